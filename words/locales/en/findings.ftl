### What was found wrong on the platform: a sentence for each thing, and what to do.

place-list = The list “{ $list }” is not read
place-row = List “{ $list }”, row with ID { $row }
place-cell = { place-row }, column “{ $column }”
technical-hint =
    { $detail ->
        [none] {""}
       *[other] { " " }Technical hint: { $detail }
    }

# Column types as SharePoint calls them in English.
column-type =
    { $found ->
        [Text] Single line of text
        [Note] Multiple lines of text
        [Choice] Choice
        [MultiChoice] Choice (several answers)
        [Number] Number
        [Currency] Currency
        [DateTime] Date and time
        [Lookup] Lookup
        [LookupMulti] Lookup (several values)
        [Boolean] Yes/No
        [User] Person or group
        [UserMulti] Person or group (several)
        [URL] Hyperlink or picture
        [Calculated] Calculated
       *[other] { $found }
    }
column-kind =
    { $wanted ->
        [text] “Single line of text”
        [number] “Single line of text”, so that 2.10 does not become 2.1
        [note] “Multiple lines of text”
        [date] “Date and time”
        [moment] “Date and time”
        [choice] “Choice”
        [choices] “Choice” with several answers
        [lookup] “Lookup”
        [lookups] “Lookup” with several values
        [yes] “Yes/No”
        [whole] “Number”
        [account] “Person or group”
       *[other] { $wanted }
    }

## Why a list is not read

finding-list-missing = There is no list “{ $list }” on the platform. Please make it, or give the right list's title under { $setting }.
finding-list-not-allowed = { place-list }: the forum's assistant is not allowed to see it. Please ask the platform's owner for permission.
finding-list-refused = { place-list }: the platform refused. We shall try again; if that does not help, please show this message to whoever runs the assistant.{ technical-hint }
finding-list-replaced = { place-list }: it is another list of the same title now, and its rows cannot be told from the old ones. Please bring the old list back from the recycle bin, or begin anew with another forum.key.
finding-column-missing = { place-list }: it has no column “{ $column }”. Please add such a column, give it its old title back, or name the right one under { $setting }.
finding-columns-alike = { place-list }: it has several columns “{ $column }” (count: { $count }). Please give the inner name of the right one under { $setting }.
finding-column-type = { place-list }: its column “{ $column }” is of the type “{ column-type }” and must be { column-kind }. Please make a column of this type, and name it under { $setting }.
finding-column-lookup = { place-list }: its column “{ $column }” looks up another list than “{ $target }”. Please correct it, or name another column under { $setting }.
finding-zone-unknown = { place-list }: its dates depend on the platform's time zone, and the zone of number { $zone } is not known. Please choose another in the platform's regional settings.

## What must be put right in a list

finding-rows-vanished = Many rows of the list “{ $list }” have vanished at once: { $gone } of { $known }. The forum keeps them for now. Please restore them from the recycle bin; what is really to go, delete one by one after that.
finding-cell-not-text = { place-cell }: there should be text here. Please check the entry and the column's type.
finding-cell-not-date = { place-cell }: there should be a date here. Please enter a date or leave it empty.
finding-cell-no-zone = { place-cell }: the date has no time zone. Please enter the date again.
finding-cell-early-date = { place-cell }: the date is before { $year }. Please enter the right date.
finding-cell-no-choice = { place-cell }: the entry is none of the known choices. Please choose one of these: { $choices }.
finding-cell-no-row = { place-cell }: another row should be named here. Please choose it.
finding-cell-not-yes-or-no = { place-cell }: there should be yes or no here. Please check the entry and the column's type.
finding-cell-not-whole = { place-cell }: there should be a whole number here. Please correct it.
finding-lookup-nowhere = { place-cell }: the row named here is not there. Please choose another, or restore the deleted one from the recycle bin.
finding-row-left-out = { place-row }: something needed is missing, and so the forum leaves the row out. Please fill in: { $columns }.
finding-row-kept = { place-row }: something needed is missing, and so the forum keeps what stood there before. Please fill in: { $columns }.

## What hinders reading the platform or writing to it

finding-site-trouble = The platform did not do what it was asked just now. We shall try again.{ technical-hint }
finding-site-down = The platform does not answer just now. We shall try again.{ technical-hint }
finding-sign-in-failed = The platform does not let the forum's assistant in. Please check the settings sharepoint.certificate, sharepoint.client_id and sharepoint.tenant.{ technical-hint }
finding-not-allowed = The platform lets the forum's assistant in, but gives it no permission. Please ask the platform's owner for it.{ technical-hint }
finding-rejected = The platform does not take the entry. Please check the list's columns, and enter the answer on the platform yourselves.{ technical-hint }
finding-row-gone = The row to be changed is not on the platform any more. Please restore it from the recycle bin, or enter the answer elsewhere.
finding-key-taken = There is another row with the same key on the platform (column ForumKey). Please check whether a row was copied.
finding-site-not-set = No platform is set. Enter the settings sharepoint.site_url, sharepoint.client_id and sharepoint.certificate.

## What the plan lacks before everyone can be asked

finding-measure-no-lead = { $number } has no lead institution. Please name it in the list “{ $list }”.
finding-institution-no-person = This institution has nobody who can be asked: { $code }. Please enter a person in the list “{ $list }”.
