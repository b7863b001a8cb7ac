"""Reports: a round's report as a Word document, a PDF and a workbook, in the reader's language."""
