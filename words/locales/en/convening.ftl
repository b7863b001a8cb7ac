### Convening a meeting: what a coordinator sees who calls, moves or cancels it.

meeting-ask-title = What is the meeting called? Write its subject in one message.
meeting-subject-long = The subject is longer than { $most } signs, which the site does not hold. Please write a shorter one.
meeting-ask-when = When will it be? Write the day and time, such as “{ $example }”.
meeting-ask-until = How long? Press a button, or write at what time it ends.
    .mail = How long? Write at what time it ends.
meeting-ask-where = Where? Write the place, the link to join online, or both.
meeting-ask-agenda = The agenda? Write it in one message.
meeting-length =
    { $length ->
        [60] 1 hour
        [90] 1½ hours
        [120] 2 hours
       *[180] 3 hours
    }
meeting-skip-where = The place is not known yet
meeting-skip-agenda = No agenda
meeting-drop = Discard
meeting-back = Back
meeting-day-off = Note: that is a day off ({ $weekday }).
meeting-at-night = Note: it begins at { $clock }.
meeting-preview = <b>The notice will be:</b>
meeting-reach =
    { $count ->
        [0] Nobody will get this message: nobody can be reached.
        [one] { $count } person will get this message.
       *[other] { $count } people will get this message.
    }
meeting-missing = Cannot be reached: { $names }.
meeting-more-names =
    { $count ->
        [one] … and { $count } more
       *[other] … and { $count } more
    }
meeting-announce = Announce
meeting-fix = Change…
meeting-fix-what = What is to be changed?
meeting-fix-title = Subject
meeting-fix-when = Time
meeting-fix-until = Length
meeting-fix-where = Place
meeting-fix-agenda = Agenda
meeting-dropped = The meeting was not announced and is discarded: { $title }
meeting-state =
    { $state ->
        [planned] State: planned
        [announced] State: announced
        [held] State: held
       *[cancelled] State: cancelled
    }
meeting-counts = Coming: online { $online }, on site { $on_site }, a deputy { $deputy }
meeting-counts-not = Not coming: { $absent }; not answered: { $silent }
meeting-who = Who comes
meeting-move = Move
meeting-replace = Change the place
meeting-call-off = Cancel the meeting
meeting-keep-quiet = Do not announce
meeting-on-site =
    { $change ->
        [made] <b>A meeting was made on the site.</b> Shall it be announced?
        [off] <b>A meeting was cancelled on the site.</b> Shall those invited be told?
        [restored] <b>A meeting was restored on the site.</b> Shall it be told?
       *[changed] <b>A meeting was changed on the site.</b> Shall those invited be told?
    }
meeting-cancel-really = <b>Really cancel it?</b>
meeting-change-really = <b>Tell everyone of the change?</b>
meeting-will-be = From now on: { $will }
meeting-decided =
    { $decision ->
        [announced] <b>Announced:</b> { $title }
        [cancelled] <b>Cancelled:</b> { $title }
        [quiet] <b>Not announced:</b> { $title }
       *[changed] <b>The change is being told:</b> { $title }
    }
meeting-sends =
    { $now ->
        [yes] The messages go out now. You will hear how it went.
       *[no] The messages go out on { $opens }. You will hear how it went.
    }
meeting-coming =
    { $answer ->
        [online] <b>Online: { $count }</b>
        [on_site] <b>On site: { $count }</b>
        [deputy] <b>A deputy: { $count }</b>
        [absent] <b>Not coming: { $count }</b>
       *[silent] <b>Not answered: { $count }</b>
    }
meeting-nobody-told = Nobody has been told of this meeting yet.
meeting-named = – { $code }: { $name }
meeting-named-deputy = – { $code }: { $name }; deputy: { $deputy }
meeting-list = <b>Meetings to come</b>
meeting-list-empty = There are no meetings to come.
meeting-new = New meeting
meeting-listed =
    <b>{ $number }.</b> { $title }
    { $when } – { $state ->
        [draft] not finished
        [announced] announced
       *[planned] planned, not announced
    }
meeting-sent =
    { $count ->
        [one] <b>Sent to { $count } person:</b> { $title }
       *[other] <b>Sent to { $count } people:</b> { $title }
    }
meeting-waiting = Still being sent: { $count }
toast-meeting-changed = The meeting has changed meanwhile; here is how it stands now.
toast-meeting-answered = This question has been answered already; please go on with the newest message.
