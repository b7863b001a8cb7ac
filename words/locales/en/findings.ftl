### What was found wrong on the platform: a sentence for each thing, and what to do.

place-list = The list “{ $list }” is not read
place-row =
    { $list ->
        [none] { $rows ->
            [single] Row with ID { $row }
           *[several] Rows with ID { $row }
        }
       *[other] { $rows ->
            [single] List “{ $list }”, row with ID { $row }
           *[several] List “{ $list }”, rows with ID { $row }
        }
    }
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
finding-list-replaced = { place-list }: it is another list of the same title now, and its rows cannot be told from the old ones. Please bring the old list back from the recycle bin, or press “Right, remove” in the chat; then the new one is read.
finding-column-missing = { place-list }: it has no column “{ $column }”. Please add such a column, give it its old title back, or name the right one under { $setting }.
finding-columns-alike = { place-list }: it has several columns “{ $column }” (count: { $count }). Please give the inner name of the right one under { $setting }.
finding-column-type = { place-list }: its column “{ $column }” is of the type “{ column-type }” and must be { column-kind }. Please make a column of this type, and name it under { $setting }.
finding-column-lookup = { place-list }: its column “{ $column }” looks up another list than “{ $target }”. Please correct it, or name another column under { $setting }.
finding-csv-encoding = { place-list }: the encoding of the file's letters cannot be told. Please save the file in Excel as “CSV UTF-8”.
finding-zone-unknown = { place-list }: its dates depend on the platform's time zone, and the zone of number { $zone } is not known. Please choose another in the platform's regional settings.

finding-list-not-seen = The list “{ $list }” is not to be seen any more: it was deleted, or the forum's assistant is not allowed to see it. Please restore it from the recycle bin, or ask the platform's owner for permission.

## What must be put right in a list

finding-zone-differs = The platform's time zone is { $zone }, the forum's { $ours }: on the platform days and hours may look shifted. The forum reads them right. Please choose the forum's zone in the platform's regional settings.
finding-list-second = There is also a list “{ $other }” on the platform; the forum reads only the list “{ $list }”. Please move into it what is needed, and delete or rename the other.
finding-evidence-stays = There is no library “{ $list }” on the platform: what members sent as evidence is kept in the memory of the forum's assistant alone. Please make it if it is to be seen on the platform; what came before is then written, too.
finding-list-read-only = The forum's assistant may only look at the list “{ $list }”, and so cannot write to it. Please ask the platform's owner for permission to write to this list.
finding-column-passed-over =
    In the list “{ $list }” the column “{ $column }” is neither read nor written: { $wanted ->
        [columns-alike] there are several of this title. Please rename one of them, or name the right one under { $setting }.
        [column-lookup] it looks up another list. Please correct it, or name another column under { $setting }.
       *[other] it must be { column-kind }. Please make a column of this type, and name it under { $setting }.
    }
finding-column-required = In the list “{ $list }” the column “{ $column }” has to be filled in now, and the forum does not fill it in; so no new rows can be written there. Please choose “No” in that column's settings at “Require that this column contains information”; then the forum writes what is waiting, too.
finding-choice-missing = In the list “{ $list }” the column “{ $column }” lacks the choice: { $choices }. Without it answers that hold it cannot be written. Please add it in the column's settings in exactly these words; then the forum writes what is waiting, too.
finding-row-locked = { place-row }: somebody has checked it out or has it open, so that for an hour no answer could be written there. Please check it in, or ask whoever holds it to; then we write it ourselves.
finding-file-checked-out = { place-row }: { $rows ->
        [single] the file is checked out, so that others do not see what is changed in it, and the forum's assistant cannot write there. Please check it in, or ask whoever holds it to.
       *[several] the files are checked out, so that others do not see what is changed in them, and the forum's assistant cannot write there. Please check them in, or ask whoever holds them to.
    }
finding-row-test = { place-row }: this seems to be a trial. Please delete it if it is no real row; until then the forum counts it.
finding-cell-two-names = { place-cell }: there seem to be the names of several people. Please make a row for each.
finding-cell-two-addresses = { place-cell }: there are several e-mail addresses. Please leave one, and make rows of their own for the other people.
finding-mailbox-shared = { place-cell }: these people share one e-mail address. Please enter each one's own; until then it cannot be known by the address who changed what on the platform.
finding-institution-alike = { place-row }: these seem to be one and the same institution ({ $codes }). Please keep one row, and name it wherever the other was named.
finding-institution-ended = { place-cell }: the institution “{ $code }” is not in force any more. Please name its successor.
finding-number-twice = { place-cell }: several rows have the same number { $number }. Please correct the number, or delete the row that is too many.
finding-sign-by-late = { place-cell }: the day by which the answer is to be handed in for signature is not before the due day. Please correct it, or leave it empty; until then the forum takes no notice of it.
finding-sign-by-early = { place-cell }: the day by which the answer is to be handed in for signature is more than two months before the due day, when no answers are taken yet. Please correct it, or leave it empty; until then the forum takes no notice of it.
finding-reply-changed = { place-row }: an answer given to the forum was changed by hand ({ $columns }). The forum keeps what was answered. Please restore the entry before it from the version history; the institution itself can correct its answer: in this row, in the measure's row or in the chat.
finding-reply-by-hand = { place-row }: this entry was made by hand, and the forum does not take it for an answer: only the institution itself can answer so, naming the measure, and each answer has one row. Please enter it in the chat (/gaidam, the institution's card), and delete this row.
finding-reply-deleted = { place-row }: the row of an answer given to the forum was deleted. The answer itself is kept. Please restore the row from the recycle bin.
finding-lookup-waits = { place-cell }: the row named here is in a list that is not read at present. Once that is put right, nothing needs to be done here.

finding-rows-vanished = Many rows of the list “{ $list }” have vanished at once: { $gone } of { $known }. The forum keeps them for now. Please restore them from the recycle bin, or press “Right, remove” in the chat.
finding-cell-not-text = { place-cell }: there should be text here. Please check the entry and the column's type.
finding-cell-not-date = { place-cell }: there should be a date here. Please enter a date or leave it empty.
finding-cell-no-zone = { place-cell }: the date has no time zone. Please enter the date again.
finding-cell-early-date = { place-cell }: the date is before { $year }. Please enter the right date.
finding-cell-no-choice = { place-cell }: the entry is none of the known choices. Please choose one of these: { $choices }.
finding-cell-no-row = { place-cell }: another row should be named here. Please choose it.
finding-cell-not-yes-or-no = { place-cell }: there should be yes or no here. Please check the entry and the column's type.
finding-cell-not-whole = { place-cell }: there should be a whole number here. Please correct it.
finding-cell-no-such-row = { place-cell }: there is no one such row in the list “{ $target }”. Please write its code, number or name just as it stands in that list.
finding-lookup-nowhere = { place-cell }: the row named here is not there. Please choose another, or restore the deleted one from the recycle bin.
finding-row-left-out = { place-row }: something needed is missing, and so the forum leaves the row out. Please fill in: { $columns }.
finding-row-kept = { place-row }: something needed is missing, and so the forum keeps what stood there before. Please fill in: { $columns }.

## What hinders reading the platform or writing to it

finding-site-trouble = The platform did not do what it was asked just now. We shall try again.{ technical-hint }
finding-site-down = The platform does not answer just now. We shall try again.{ technical-hint }
finding-sign-in-failed = The platform does not let the forum's assistant in. Please check the settings sharepoint.certificate, sharepoint.client_id and sharepoint.tenant.{ technical-hint }
finding-too-much-allowed = The forum's assistant was given a wider permission than it needs: { $detail }. With it other sites could be read and changed too, and so the assistant does not use it and does not read the site. Please ask the administrator to leave the application Sites.Selected alone.
finding-not-allowed = The platform lets the forum's assistant in, but gives it no permission. Please ask the platform's owner for it.{ technical-hint }
finding-rejected = The platform does not take the entry. Please check the list's columns, and enter the answer on the platform yourselves.{ technical-hint }
finding-file-locked = Somebody has checked this file out on the platform. It will be written once it is checked in.{ technical-hint }
finding-row-gone = The row to be changed is not on the platform any more. Please restore it from the recycle bin, or enter the answer elsewhere.
finding-key-taken = There is another row with the same key on the platform (column ForumKey). Please check whether a row was copied.
finding-workbook-busy = The forum's workbook is open just now, and so nothing is written into it. Please close it; we shall try again.{ technical-hint }
finding-workbook-unreadable = The forum's workbook cannot be read. Please check that it is where the setting workspace.path says, and that it has no password. Where there is none yet, `forumbot provision --yes` makes it.{ technical-hint }
finding-workbook-formula = The cell to be written holds a formula, and we do not write over it. Please enter the answer in the workbook yourselves, or take the formula out.{ technical-hint }
finding-workbook-keeps-rows = We take no rows out of a workbook: entries of your own may stand in them. Please delete the row yourselves, if it is of no use any more.{ technical-hint }
finding-site-not-set = No platform is set. Enter the settings sharepoint.site_url, sharepoint.client_id and sharepoint.certificate.

## What the plan lacks before everyone can be asked

finding-measure-no-lead = { $number } has no lead institution. Please name it in the list “{ $list }”.
finding-recommendation-no-owner = The recommendation { $number } has no institution that follows it up. Please name it in the list “{ $list }”, or enter the decision that it is declined.
finding-institution-no-person = This institution has nobody who can be asked: { $code }. Please enter a person in the list “{ $list }”.

## What is wrong in a file from which a plan is imported

place-import = “{ $list }”, row { $row }, column “{ $column }”
finding-import-what = “{ $list }”: nobody can tell what its rows are. Please call the sheet or file Institutions, Commitments, Measures or Milestones.
finding-import-no-column = “{ $list }”: a needed column is missing. Please add: { $columns }.
finding-import-empty = { place-import }: it is empty. Please fill it in.
finding-import-figure = { place-import }: the cell holds a figure or a day, so that nobody can tell whether 2.1 was 2.10. Please set the column to text, and type it anew.
finding-import-not-day = { place-import }: this is no day. Please write it as 31.12.2021 or 2021-12-31, or leave it empty.
finding-import-no-side = { place-import }: the side is not known. Please write Valsts pārvalde, Sadarbības partneris or Cita (government, partner, other).
finding-import-twice = { place-import }: { $number } stands in row { $first } already. Please leave one of them, or correct the number.
finding-import-no-institution = { place-import }: there is no institution “{ $named }”. Please write its code as the platform has it, add it to the file, or use --new-bodies.
finding-import-no-commitment = { place-import }: there is no commitment “{ $named }”. Please write its number as the platform has it, or add it to the file.
finding-import-no-measure = { place-import }: there is no measure “{ $named }”. Please write its number as the platform has it, or add it to the file.
finding-import-whose = { place-import }: nobody can tell which measure the milestone { $number } is of. Please add a column Measure with its number.
finding-import-led-by = “{ $list }”, row { $row }: the measure { $number } names no lead, and its milestones have several leads ({ $named }), who stand beside it as co-leads. Please say on the platform which of them leads it.
finding-import-no-place = “{ $list }”: the platform’s list has no column ({ $column }) for what the file says: { $numbers }. Please run `forumbot provision --yes`, which makes it, or take it out of the file.
finding-import-vague = { place-import }: “{ $text }” is no day; it is kept as the plan words it, and no day is guessed.
finding-import-differs = “{ $list }”, row { $row }: it is on the platform already and says something else there, which stays ({ $columns }). If the file is right, please change it on the platform.
finding-import-too-long = { place-import }: it is longer than 255 signs, and the platform holds no more there. Please shorten it.
finding-import-long = { place-import }: the title is longer than the 255 signs that the platform holds. It is cut there; the whole of it stands beside it in the longer text.
