### The report: the texts of the document.

report-state = Draft. As it stands { $on }.
report-due = The information is due { $by }.
report-basis = Basis: { $basis }
report-summary = Summary
report-summary-completion = Completion
report-summary-count = Number
report-summary-measures = Measures
report-unknown = Nothing on record
report-answers = Answers received: { $count }; of these unchanged: { $unchanged }.
report-none-lacking = All bodies that owe an answer have given one.
report-lacking = Not yet received
report-lacking-body = { $name }: { $numbers }
report-others = Other measures
report-chapter = { $number }. { $title }
report-entry = { $number } { $title }
report-lead =
    { $many ->
        [no] Lead body: { $bodies }
       *[yes] Lead bodies: { $bodies }
    }
report-no-lead = The plan names no lead body.
report-co-leads = Supporting bodies: { $bodies }
report-due-text = To be done by: { $due }
report-completion = Completion: { $completion }
report-completion-earlier = Completion: { $completion } (as on record before)
report-completion-none = Completion: Nothing on record
report-answer-lead = { $name } (lead body)
report-answer-other = { $name }
report-answer-completion = In the body's own view: { $completion }
report-erased = The text was removed { $on }.
report-internal = The text is restricted and not part of the report.
report-unchanged = Unchanged since the earlier record.
report-nothing = Nothing to report: { $why }
report-done = Done: { $text }
report-obstacles = Obstacles: { $text }
report-next-step = Next step: { $text }
report-evidence = Evidence:
report-evidence-link = { $url } (given { $on })
report-evidence-file = { $name } (given { $on }; SHA-256 { $sha })
report-source =
    { $way ->
        [workspace] Source: { $code }, on the platform { $when }, version { $version }
        [letter] Source: { $code }, by letter { $when }, version { $version }
        [coordinator] Source: { $code }, entered by a coordinator { $when }, version { $version }
       *[other] Source: { $code }, { $when }, version { $version }
    }
report-letter = Letter: { $code }, { $on }, No. { $number }.
report-letter-late = Received after the round was closed.
report-later = Version { $version } came after the letter and is not part of this.
report-taken-back = The body has taken its answer back since.
report-by-letter = The answer is in the body’s letter.
report-edited = Text edited for publication; the body’s own words stand in this version of its answer.
report-stale = The coordinator’s text (for version { $version }) is not used, as this is another version.
report-untranslated = Texts not translated yet: { $count }; they stand here in their own language.
report-not-received = Not received: { $code } (due { $due }).
report-skipped = Not asked for: { $code } ({ $reason }).
report-skipped-bare = Not asked for: { $code }.
report-nobody = Nobody is asked about this measure in this round.

## The workbook

report-sheet-measures = Measures
report-sheet-lacking = Not received
report-column-commitment = Commitment
report-column-number = No.
report-column-title = Measure
report-column-lead = Lead body
report-column-body = Body
report-column-name = Name
report-column-completion = Completion
report-column-answer = In the body's own view
report-column-manner = Kind of answer
report-column-done = Done
report-column-obstacles = Obstacles
report-column-next-step = Next step
report-column-evidence = Evidence
report-column-when = Given
report-column-version = Version
report-column-key = Key
report-column-public = Text for publication
report-column-letter = Letter
report-column-due = Due
report-column-reason = Remark
report-manner =
    { $manner ->
        [told] Answer
        [unchanged] Unchanged
        [nothing] Nothing to report
       *[none] Not received
    }

## In chat

report-ready = <b>{ $title }</b>
report-ready-counts = { $received } of { $all } answers received.
report-ready-draft = A draft of the report: beside each sentence stands the answer that it is from. It can be edited in Word.
report-no-round = There is no reporting round yet to make a report of.
report-file = report
command-zinojums = a draft of the report now
    .word = report

## Texts that are not translated

worklist-title = Translations { $language }
worklist-place = Place
worklist-source = Text
worklist-language = Language
worklist-translation = Translation
worklist-key = Key (leave it)
worklist-what =
    { $what ->
        [report] Title of the report
        [plan] Title of the plan
        [basis] Basis
        [commitment] Title of the commitment
        [title] Title of the measure
        [step] Milestone
        [recommended] Recommendation
        [response] The forum’s answer
        [due] To be done by
        [done] Done
        [obstacles] Obstacles
        [next_step] Next step
        [public] Text for publication
        [view] A partner’s view
        [rejoinder] The institution’s reply to the view
        [opinion] Opinion of the memorandum council
       *[reason] Remark
    }

## The worksheet of one measure

measure-file = measure
measure-state = Worksheet. As it stands { $on }.
measure-result = Expected result: { $result }
measure-on-record =
    { $on ->
        [none] Last on record: { $completion }
       *[other] Last on record: { $completion } ({ $on })
    }
measure-round = { $title } (due: { $due })
measure-earlier = { $name } – an earlier version
