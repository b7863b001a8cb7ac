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
    .mail = If one of the milestones has been reached already, please say so in the platform’s list of milestones.
milestone-done = { $number } done
milestone-said =
    <b>{ $number }</b>{ $of } { $title }
    Milestone: { $completion }. Received; it is being written to the platform’s list of milestones.
milestone-back-button = Undo
milestone-back =
    <b>{ $number }</b>{ $of } { $title }
    Undone. Milestone: { $completion ->
        [none] nothing on record
       *[other] { $completion }
    }.

## In the report

report-steps = Milestones:
report-step =
    – { $number } { $title }{ $due ->
        [none] {""}
       *[other] { " " }(due: { $due })
    }: { $state }{ $on ->
        [none] .
       *[other] { " " }({ $on }).
    }

## On the worksheet page

ws-steps = Milestones
ws-step-choice = How far { $number } is
ws-said-step = How far the milestone is has been saved, and is being written to the platform.
