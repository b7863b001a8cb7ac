### For coordinators: what is still awaited, whom to remind, and what came of it.

chase-exceptions = Awaited: { $awaited }, of them extended: { $extended }. Not asked: { $skipped }.
chase-line = <b>{ $code }</b>: { $numbers } – { $state }
chase-until = { $number } ({ $until })
chase-state =
    { $state ->
        [none] cannot be reached
        [closed] closed the chat, or e-mails come back
        [nobody] no contact
        [helped] needs help: { $trouble }
       *[snoozed] asked to be reminded on { $until }
    }
chase-trouble =
    { $trouble ->
        [data] data are missing
        [sign_off] not approved in the institution
        [extension] more time asked for
        [not_mine] someone else answers for it
       *[other] another reason
    }
chase-contact =
    { $known ->
        [both] message sent on { $told }, last in touch on { $heard }
        [told] message sent on { $told }
        [heard] last in touch on { $heard }
       *[none] no message sent yet
    }
chase-away = { $name }: away { $until }
chase-skipped = <b>Not asked</b>
chase-skipped-line = { $code }: { $number } – “{ $reason }”
chase-reached =
    { $count ->
        [0] There is nobody to remind now.
        [one] { $count } person will get the reminder.
       *[other] { $count } people will get the reminder.
    }
chase-paused = Messages to members are paused.
chase-all = Remind everyone
chase-choose = Choose…
chase-bodies = By institution…
chase-body =
    { $open ->
        [0] { $code }
        [one] { $code } ({ $open })
       *[other] { $code } ({ $open })
    }
chase-back = Back
chase-page-before = ‹
chase-page-after = ›
chase-which =
    <b>{ $title }</b>
    Which institution? In brackets: how many of its answers are awaited.
chase-whom =
    <b>{ $title }</b>
    Who should be reminded? Mark the institutions.
chase-chosen =
    { $chosen ->
        [1] ✓ { $code }
       *[other] { $code }
    }
chase-send = Send

card =
    <b>{ $code }</b> – { $name }
    { $title }
card-received = <b>Received:</b> { $numbers }
card-extended = <i>Extended { $until }: “{ $reason }”</i>
card-people = <b>Who is asked</b>
card-person = – { $name }: { $state }
card-nobody = This institution has no contact. Please name one in the list “Atbildīgās personas” on the platform.
card-nudge = Remind

nudge-before =
    { $when ->
        [ahead] A reminder is waiting already; it will go out on { $moment } (recipients: { $count } of { $total }). Send another?
       *[past] We have reminded today already, at { $clock } (recipients: { $count } of { $total }). Send another?
    }
nudge-before-no = Do not send
nudge-before-rest = Send to the others only
nudge-before-said =
    { $choice ->
        [again] Sending again.
        [rest] Sending to the others only.
       *[no] Not sending again.
    }
nudge-sent =
    { $when ->
        [later] { $count ->
            [one] It is outside office hours. { $count } person will get the reminder on { $moment }.
           *[other] It is outside office hours. { $count } people will get the reminder on { $moment }.
        }
       *[now] { $count ->
            [one] { $count } person will get the reminder at once.
           *[other] { $count } people will get the reminder at once.
        }
    }
nudge-resting = Not reminded this time, because they asked for later or wait for help: { $codes }.
nudge-unreached = Cannot be reached: { $codes }.
no-such-body =
    There is no institution “{ $text }” in this round. Write its short name, such as “/awaited VARAM”.

    Institutions: { $codes }

toast-nobody-to-nudge = There is nobody to remind now.
toast-nudges-paused = Messages to members are paused.
