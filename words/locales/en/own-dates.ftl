### The plan's own dates that come near.

own-dates = <b>Dates in the plan come near</b>
own-dates-line =
    – { $number }{ $of } { $title }: { $due }{ $worded ->
        [none] {""}
       *[other] { " " }(in the plan: “{ $worded }”)
    }
own-dates-more = – and others: { $count }
own-dates-how = No answer is needed now; what was done is asked in the next reporting round. If a date has changed, please write to the coordinator.
nudge-own-dates = <b>Dates in the plan come near, too:</b>
own-dates-steps = If one of the milestones has been reached already, press its button.
    .mail = If one of the milestones has been reached already, reply to this mail with the words given below.

## Said about a milestone

milestone-done = { $number } is done
milestone-said =
    { $kept ->
        [written] <b>Received and written to the platform</b> { $when }.
        [refused] <b>Received and saved</b> { $when }. It could not be written to the platform; the coordinator knows. There is nothing more for you to do.
       *[saved] <b>Received and saved</b> { $when }. The platform is not available just now; it will be written there as soon as it works again. There is nothing more for you to do.
    }
milestone-line =
    <b>{ $number }</b>{ $of } { $title } – milestone: { $completion }{ $evidence ->
        [none] .
       *[other] ; evidence: { $evidence }
    }
milestone-back-button = Undo
milestone-back-one = Undo { $number }
milestone-back =
    { $kept ->
        [written] <b>Undone.</b> The platform says again what it said before.
       *[saved] <b>Undone.</b> The platform is not available just now; what it said before will stand there again as soon as it works.
    }
milestone-written = <b>Now on the platform, too:</b>

## In the message of a measure

steps-head = <b>Milestones</b>
steps-line =
    – { $number }{ $of } { $title }{ $due ->
        [none] {""}
       *[other] { " " }({ $due })
    }: { $state }{ $on ->
        [none] {""}
       *[other] , { $on }
    }

## In the report

report-steps = Milestones:
report-step =
    { $number } { $title }{ $due ->
        [none] {""}
       *[other] { " " }(due: { $due })
    }: { $state }{ $on ->
        [none] .
       *[other] { " " }({ $on }).
    }
report-sheet-steps = Milestones
report-column-step = Milestone
report-column-of = Measure
report-column-step-due = Due, as planned
report-column-step-on = Done on

## On the worksheet page

ws-steps = Milestones
ws-steps-hint = Say how far each of them is. It is saved together with the answer, too.
ws-step-none = Nothing on record
ws-step-on = done: { $on }
ws-step-evidence = evidence
ws-steps-save = Save the milestones
ws-said-step = The milestones are saved, and are being written to the platform. The answer below has not been sent yet.
ws-step-link = Add a link that shows it
ws-step-link-hint = Begins with https://. The new link takes the place of the present one.
