### The worksheet of one measure as a message and as a document.

command-pasakums = the worksheet of one measure: /measure 2.8
    .word = measure
about-which = Write the measure’s number after the command, for example: /measure 2.8
about-none = There is no measure with the number “{ $text }”. Write the number after the command, for example: /measure 2.8
about-plan = { $plan }
about-lead = Lead institution: { $names }
about-co-lead = Co-responsible: { $names }
about-contact = Contact persons: { $names }
about-due = Due by the plan: { $due }
about-result = Expected result: { $text }
about-record =
    { $on ->
        [none] <b>On record</b>
       *[other] <b>On record { $on }</b>
    }
about-no-record = Nothing is on record about it yet.
about-answer =
    { $leads ->
        [1] <b>{ $code }</b> (lead): { $round }, { $when }, version { $version }
       *[0] <b>{ $code }</b>: { $round }, { $when }, version { $version }
    }
about-erased = The text was removed { $on }.
about-edited = Text edited for publication; the institution’s words are in the answer’s version.
about-no-answers = There are no answers yet.
about-not-told = The answers are for those who answer for it, and for coordinators.
about-awaited = Not answered yet: { $codes }
about-more = <b>{ $number }{ $of }</b> Answers of other institutions
about-paper-button = Document
about-paper = { $number }{ $of } { $title }: worksheet with its history
