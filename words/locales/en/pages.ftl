### The worksheet page: what messages say of it.

page-open = Worksheet
page-link = Here is a new link to your worksheet page; it works for 30 days. You need no account and no password. The link is personal; please do not pass it on. If you did not ask for a new link, there is nothing you need to do.
nudge-page = You can answer on the worksheet page as well, without an account.
nudge-partner = Partners owe no answer, and cannot be late.
joined-care-page = Please do not write restricted information here; use the worksheet page for it.
