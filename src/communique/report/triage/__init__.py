"""Whether a report can hold diplomacy: headline and text go in, a verdict with its reason comes out, cheaply."""

from communique.report.triage.verdict import Verdict, triage

__all__ = ["Verdict", "triage"]
