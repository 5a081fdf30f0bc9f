"""Settings of the documentation: Sphinx reads the Markdown of this folder and the docstrings of the package."""

project = "Communiqué"
author = "The Communiqué authors"
copyright = "The Communiqué authors, Apache-2.0"

extensions = ["myst_parser", "sphinx.ext.autodoc"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["_build"]

html_theme = "furo"
html_title = "Communiqué"
html_static_path = ["_static"]
html_show_sourcelink = False
html_copy_source = False

myst_enable_extensions = ["colon_fence", "deflist", "fieldlist"]
myst_heading_anchors = 3

default_role = "code"
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_typehints_format = "short"
python_use_unqualified_type_names = True


def setup(app):
    """Let docstrings be written as plain text: an indented part after a blank line is code."""
    app.connect("autodoc-process-docstring", mark_code)


def mark_code(app, what, name, obj, options, lines):
    """Put a `code-block` before each indented part of a docstring, in place."""
    marked = []
    for number, line in enumerate(lines):
        starts = line.startswith("    ") and (number == 0 or not lines[number - 1].strip())
        inside = bool(marked) and next((kept for kept in reversed(marked) if kept.strip()), "").startswith("    ")
        if starts and not inside:
            marked += [".. code-block:: python", ""]
        marked.append(line)
    lines[:] = marked
