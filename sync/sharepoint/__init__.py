"""SharePoint behind the workspace port: the only place that knows msal and office365."""
