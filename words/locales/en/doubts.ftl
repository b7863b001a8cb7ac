### Messages of which it is not known whether they arrived.

said-again = <i>Sent again: you may have had this message already.</i>
doubts =
    { $count ->
        [one] <b>It is not known whether { $count } message arrived</b>
       *[other] <b>It is not known whether { $count } messages arrived</b>
    }
doubts-line =
    – { $name ->
        [none] { $called ->
            [nudge] a reminder
            [echo] a receipt of an answer
            [meeting] a notice of a meeting
           *[other] a message
        }
       *[other] { $name }: { $called ->
            [nudge] a reminder
            [echo] a receipt of an answer
            [meeting] a notice of a meeting
           *[other] a message
        }
    } ({ $at })
doubts-more =
    { $count ->
        [one] And { $count } message more.
       *[other] And { $count } messages more.
    }
doubts-ask = Sending broke off before we had a confirmation. They will not be sent again by themselves. What should be done?
doubts-again = Send again
doubts-arrived = It arrived
doubts-drop = Do not send
doubts-each = One by one…
doubts-settled =
    { $word ->
        [again] Sending again; the reader will see that it may have come before. Messages: { $count }.
        [arrived] Marked as arrived. Messages: { $count }.
       *[drop] They will not be sent any more. Messages: { $count }.
    }
