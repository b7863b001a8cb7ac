### A handover: what the new contact person must know.

handover =
    <b>From now on we ask you about the following.</b>
    Before you: { $before }
handover-said =
    Last answer { $on } ({ $by }{ $role ->
        [none] {""}
        [coordinator] , coordinator
        [deputy] , deputy
        [contact] , contact person
       *[other] {""}
    }){ $completion ->
        [none] {""}
       *[other] : { $completion }
    }{ $text ->
        [none] .
       *[other] . “{ $text }”
    }
handover-nothing = There has been no answer yet.
handover-link = Evidence: <a href="{ $url }">{ $name }</a>
handover-file = Evidence: { $name }
handover-letter =
    { $on ->
        [none] Signed letter: No { $number }
       *[other] Signed letter: No { $number }, { $on }
    }
handover-row = <a href="{ $link }">Open on the platform</a>
handover-more = And more: { $count }.
handover-open = Due: { $due }. Awaited: { $numbers }
handover-none-open = No answer is awaited now; we remind you before the next due day.
