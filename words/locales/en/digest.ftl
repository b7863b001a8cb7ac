### The coordinator's digest of the week.

digest = <b>Digest of the week</b>
digest-received = <b>Received last week</b>
digest-round =
    <b>{ $title }</b>
    { due-line }
digest-help = <b>Asking for help</b>
digest-help-line =
    { $trouble ->
        [data] – { $code }, { $number }: data are missing
        [sign_off] – { $code }, { $number }: not agreed inside the institution
        [extension] – { $code }, { $number }: asks for more time
        [not_mine] – { $code }, { $number }: does not answer for it
       *[other] – { $code }, { $number }: another reason
    }
digest-unreached = <b>Cannot be reached</b>
digest-blocked = <b>Closed the chat, or e-mails come back</b>
digest-held = <b>Reminders held back, so as not to write too often</b>
digest-held-line =
    { $why ->
        [month] – { $name }: { $count } (has had as many as planned for a month)
       *[year] – { $name }: { $count } (has had as many as planned for a year)
    }
digest-workspace = <b>The platform</b>
digest-disputes = – To decide which entry is right: { $count }
digest-failed = – Could not be written to the platform: { $count }
digest-gaps = – Places to put right in the lists: { $count }. See them: /overview
digest-list = – Not read: the list “{ $list }”
digest-dead = <b>Links given as evidence that open no more</b>
digest-dead-line = – { $code }, { $number }: { $url } ({ $why })
digest-meetings = <b>Meetings of this week</b>
digest-meeting = – { $at }: { $title }
digest-more = … and { $count } more
