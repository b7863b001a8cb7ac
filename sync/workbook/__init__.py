"""A workbook behind the workspace port: the only place that knows spreadsheets and their libraries."""
