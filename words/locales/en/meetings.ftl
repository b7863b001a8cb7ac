### Meetings: what those who are invited get, and what they are asked.

meeting-title = <b>{ $title }</b>
meeting-when = When: { $when }
meeting-where = Where: { $where }
meeting-agenda = Agenda: { $agenda }
meeting-in-zone = { $when } ({ $zone })
meeting-zone =
    { $zone ->
        [Europe-Riga] Riga time
       *[other] time zone: { $city }
    }
meeting-no-time = the time is not known yet
meeting-online-at = online – <a href="{ $link }">join</a>
meeting-online-by = online – { $link }
meeting-on-site-at = on site – { $place }
meeting-both-at = { $online }; on site – { $place }
meeting-nowhere = the place is not known yet
meeting-question = Will you come?
meeting-online = Yes, online
meeting-on-site-yes = Yes, on site
meeting-absent = I will not come
meeting-deputy = A deputy comes…
meeting-change = Change the answer
meeting-moved = <b>The meeting has another time.</b>
meeting-elsewhere = <b>The meeting has another place.</b>
meeting-restored = <b>The meeting takes place after all.</b>
meeting-was = Before: { $was }
meeting-earlier = You answered before: { $answer }. Will you come now?
meeting-cancelled =
    <b>The meeting will not take place.</b>
    { $title }
    It was to be: { $was }
meeting-soon =
    { $which ->
        [today] <b>There is a meeting today.</b>
        [tomorrow] <b>There is a meeting tomorrow.</b>
       *[later] <b>A meeting is coming up</b> ({ $left }).
    }
meeting-answer = Your answer: { $answer }.
meeting-answers =
    { $answer ->
        [online] I will come online
        [on_site] I will come on site
        [absent] I will not come
       *[deputy] a deputy comes: { $deputy }
    }
meeting-answer-written = Written to the site on { $at }.
meeting-answer-kept = Kept on { $at }.
meeting-ask-deputy = Who will come in your place? Write the name in one message.
meeting-deputy-back = Cancel
meeting-deputy-kept = Thank you! In your place comes: { $deputy }.
meeting-nothing = All right. Nothing was changed.
meeting-file = meeting.ics
toast-meeting-over = This meeting is over or cancelled.
toast-meeting-noted = Thank you!
