"""Stories on their way, by their signatures: signatures go in, the reports that may be copies come out."""

from collections import Counter, defaultdict

from communique.report.copies.signatures import Signature


class CopyIndex:
    """An index in memory, for reports that are in no archive yet."""

    def __init__(self) -> None:
        self._signatures: dict[str, Signature] = {}
        self._reports: defaultdict[int, dict[str, int]] = defaultdict(dict)
        self._added = 0

    def __len__(self) -> int:
        return len(self._signatures)

    def __contains__(self, report_id: str) -> bool:
        return report_id in self._signatures

    def add(self, report_id: str, signature: Signature) -> None:
        """Take in a report; one that is there under the same name is replaced."""
        self.remove(report_id)
        self._signatures[report_id] = signature
        self._added += 1
        for band in signature.bands:
            self._reports[band][report_id] = self._added

    def remove(self, report_id: str) -> None:
        """Forget a report; nothing happens where it is not there."""
        signature = self._signatures.pop(report_id, None)
        for band in signature.bands if signature else ():
            there = self._reports[band]
            del there[report_id]
            if not there:
                del self._reports[band]

    def candidates(self, signature: Signature) -> list[str]:
        """The reports that share a band, the likeliest copies first, equal ones in the order in which they came."""
        shared: Counter[str] = Counter()
        added: dict[str, int] = {}
        for band in signature.bands:
            there = self._reports.get(band, {})
            shared.update(there.keys())
            added |= there
        return sorted(shared, key=lambda report: (-shared[report], added[report]))
