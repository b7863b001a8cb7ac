### Partners' views and the memorandum council's opinion in the report; the council's pack.

report-view = { $name } (partner's view)
report-view-does = The partner carries this measure out, too.
report-view-sealed = The view is sealed until the reveal.
report-view-completion = Partner's assessment: { $completion }
report-view-words = View: { $text }
report-view-reply = The institution's reply to the view ({ $code }): { $text }
report-view-source = Source: { $code } (partner), { $when }, version { $version }
report-views = Partners' views: { $count }; sealed: { $sealed }. Places where assessments differ: { $differences }.
report-differences = Where institutions' and partners' assessments differ
report-difference =
    { $gap ->
        [not-done] The institution says that it is done, the partner that it is not. { $code }: { $said }. { $partner }: { $seen }.
        [less] The partner sees less done. { $code }: { $said }. { $partner }: { $seen }.
        [more] The partner sees more done. { $code }: { $said }. { $partner }: { $seen }.
        [unanswered] The institution has not answered. { $code }: { $said }. { $partner }: { $seen }.
       *[other] The assessments differ. { $code }: { $said }. { $partner }: { $seen }.
    }
report-partner-need-not = No answer of a partner that carries the measure out, too; partners owe none: { $code }.
report-council = Opinion of the memorandum council
report-council-minutes = Minutes No { $number }, { $on }
report-sheet-voices = Voices
report-column-partner = Partner
report-column-view = Partner's assessment
report-column-words = View
report-column-rejoinder = Institution's reply to the view
report-column-difference = Difference
pack-title = For the memorandum council: { $title }
pack-opening = This pack has both voices about each measure, the places where they differ, and what information was not received. The council's opinion will stand in the report word for word, with the date and number of the minutes.
pack-agreed = There is no place where the assessments of partners and institutions differ.
pack-file = council-pack
council-ready = <b>{ $title }</b>
council-ready-counts = The memorandum council's pack: partners' views: { $views }, differences: { $differences }, institutions from which nothing was received: { $lacking }. Opinions recorded: { $opinions }.
council-none = There is no reporting round yet of which a pack could be made.
council-write = Record the opinion
council-ask-minutes = <b>{ $title }</b>: what are the date and number of the minutes? Write both in one message, the date first; for example 19.02.2021. 3/2021
council-ask-minutes-again = That could not be understood. Write the date first, then the number of the minutes; for example 19.02.2021. 3/2021
council-ask-words = Minutes No { $number }, { $on }. Now send the text of the opinion in one message; the report will have it word for word.
council-kept = The memorandum council's opinion is recorded: minutes No { $number }, { $on } (version { $version }). “{ $text }” To correct its text, record it again with the same date and number.
council-undo = Take the opinion back
council-undone = The opinion is taken back, and the report does not have it: minutes No { $number }, { $on }.
command-padome = the memorandum council's pack and its opinion
    .word = council
