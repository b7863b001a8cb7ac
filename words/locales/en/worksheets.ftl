### The worksheet as a Word or Excel file, and what we read in one that came back.

sheet-title = Worksheet: information about { $year }
sheet-file = worksheet
sheet-how = Fill in the light fields and send the file back in reply to our mail. A mail will confirm what we read in it.
sheet-how-empty = Leave empty what you do not answer now. Please do not change the grey fields and the key: by the key we know what you answer.
sheet-how-restricted = Please write nothing restricted here.
sheet-column-number = No.
sheet-column-title = Title
sheet-column-body = Institution
sheet-column-due = Due
sheet-column-record = Known so far
sheet-column-choice = State at the end of the year
sheet-column-done = Done
sheet-column-obstacles = Obstacles or reason
sheet-column-next-step = Next step
sheet-column-english = Text in English
sheet-column-key = Key
sheet-unchanged = Unchanged
sheet-nothing = Nothing to report
sheet-choose = Choose the state
sheet-step = Milestone: { $title }
sheet-answered = Answered already.
sheet-internal = The text is restricted; it is on the worksheet page.
sheet-no-record = Nothing is on record yet.

command-darbalapa = the worksheet as a Word file; “/worksheet excel” as an Excel file
    .word = worksheet
worksheet-file = Your worksheet. Fill it in and send it to the forum's e-mail address, in reply to our mail.
    .mail = Your worksheet is attached. Fill it in and send it back in reply to this mail; we will confirm what we read in it.
worksheet-attached = Your worksheet is attached (Word): you may fill it in and send it back in reply to this mail. Reply “/worksheet excel” to get it as an Excel file.
worksheet-unread =
    { $why ->
        [large] The file “{ $name }” unpacks to too much, so we did not open it as a worksheet.
        [macros] The file “{ $name }” holds macros, so we did not open it as a worksheet. If it is the filled-in worksheet, save it as .xlsx or .docx.
        [format] We do not open the file “{ $name }” as a worksheet in this format. Please save it as .xlsx or .docx, without a password.
       *[damaged] The file “{ $name }” cannot be opened: it is damaged.
    }
worksheet-unread-kept =
    { $kept ->
        [yes] The file is kept as evidence, but no answers were recorded from it.
       *[no] Nothing was recorded from it.
    }
worksheet-unread-again = To answer with the worksheet, please send it again.

readback-sheet = <b>We read the worksheet “{ $name }”.</b>
readback-text = <b>We read your answer.</b>
readback-none = Nothing was recorded.
readback-kept =
    { $count ->
        [one] { $count } answer was recorded:
       *[other] { $count } answers were recorded:
    }
readback-bad =
    { $count ->
        [one] <b>{ $count } answer was not recorded</b>
       *[other] <b>{ $count } answers were not recorded</b>
    }
readback-saved = The answers will be written to the site as soon as it is available. There is nothing more for you to do.
readback-draft = <i>Received (draft): not signed by your institution yet, not public.</i>
readback-entry = <b>{ $number }{ $of }</b> { $completion }. { $texts }
readback-entry-step =
    <b>{ $number }{ $of }</b> Milestone: { $completion }{ $evidence ->
        [none] .
       *[other] ; evidence: { $evidence }
    }
readback-entry-words = <b>{ $number }{ $of }</b> { $texts }
readback-entry-unchanged = <b>{ $number }{ $of }</b> Unchanged; the report will say: { $completion }. { $texts }
readback-entry-nothing = <b>{ $number }{ $of }</b> Nothing to report. { $texts }
readback-entry-no-status = <b>{ $number }{ $of }</b> { $texts } The state is not given; you can give it by a reply such as “{ $number }: Substantial completion”.
readback-entry-why = What kept you from doing more you can say by a reply “{ $number }: Obstacles: …”.
readback-done = Done: “{ $text }”
readback-obstacles = Obstacles: “{ $text }”
readback-reason = Reason: “{ $text }”
readback-next-step = Next step: “{ $text }”
readback-english = In English: “{ $text }”
readback-same = Recorded before, and nothing was changed: { $numbers }
readback-again = <b>We received the worksheet “{ $name }” again.</b> All that is filled in was recorded before; nothing was changed.
readback-empty = Not filled in (still awaited): { $numbers }
readback-nothing = Nothing is filled in in the worksheet, so nothing was recorded.
readback-beside = Your mail also said: “{ $text }” We did not record that as an answer.
readback-fix =
    { $source ->
        [text] Please answer once more about what was not recorded, beginning each answer with its number. What is recorded already will not be recorded twice.
       *[sheet] Please correct these fields and send the worksheet again. What is recorded already will not be recorded twice.
    }
readback-at =
    { $where ->
        [row] <b>{ $number }</b> row { $row }, column { $letter } “{ $column }”: { $wrong }
        [table] <b>{ $number }</b> field “{ $column }”: { $wrong }
        [whole] <b>{ $number }</b> row { $row }: { $wrong }
        [whole-table] <b>{ $number }</b> table { $row }: { $wrong }
       *[text] <b>{ $number }</b> { $wrong }
    }
readback-wrong =
    { $why ->
        [choice-unknown] “{ $said }” is none of the states. Choose one from the list.
        [choice-missing] no state is chosen.
        [done-missing] it does not say what was done.
        [reason-missing] it does not say the reason.
        [no-record] “Unchanged” says nothing here: nothing is on record so far. Please write what was done.
        [both] “Unchanged” is chosen, but it also says what was done. Keep one of the two.
        [long] the text is too long for the site ({ $most } signs at most).
        [error] the cell holds Excel's error “{ $said }”.
        [closed] the worksheet is about { $year }, for which answers are no longer taken.
        [other] another institution or person answers for this.
        [skipped] no answer is asked for this any more.
        [moved] the row’s number ({ $said }) and its key are about two measures; maybe rows were sorted without the column “Key”. Please fill it in in a new worksheet.
        [twice] there are two different rows about it; we cannot tell which is meant.
        [ambiguous] this number is asked about more than once, so we cannot tell which is meant, and ask separately.
        [step-words] the text beside the milestone was not recorded, as its measure has no answer yet. Please write it with the measure.
        [step-state] a milestone has no such state. It may be: { completion-not-started }, { completion-limited }, { completion-substantial }, { completion-complete }.
        [step-twice] milestones of two plans have this number. Please say the state on the worksheet page.
        [empty] nothing follows the number.
       *[unknown] neither key nor number says what this is about.
    }

## Words that stand before the parts of one mail; parted by |

several-label-state = State|Status|Completion
several-label-done = Done
several-label-obstacles = Obstacles|Obstacle|Reason
several-label-next-step = Next step|Next steps
several-label-english = In English|English|Text in English
