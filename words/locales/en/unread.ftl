### Messages that came in and could not be read, and what to do with them.

unread =
    { $count ->
        [one] <b>{ $count } message that came in could not be read</b>
       *[other] <b>{ $count } messages that came in could not be read</b>
    }
unread-line =
    – { $name ->
        [none] unknown sender
       *[other] { $name }
    }, { $channel ->
        [email] e-mail
       *[telegram] Telegram
    }, { $at } (no. { $number }, { $error })
unread-more =
    { $count ->
        [one] And { $count } more.
       *[other] And { $count } more.
    }
unread-ask =
    Nothing is lost: what came in is kept. If a member says they answered and there is no entry, please ask them to send the answer again, or enter it yourself (/gaidam).

    Choose “Read again” once whoever runs the system has put the fault right; tell them the number and the word in brackets. “Let go” is for what is not needed any more: it stays kept, but is not read.
unread-again = Read again
unread-drop = Let go
unread-each = One by one…
unread-settled =
    { $word ->
        [again] Reading again. Messages: { $count }. If it fails once more, we will say so.
       *[drop] Let go. Messages: { $count }. They stay kept.
    }
unread-none = All messages that came in have been read.
command-neizlasitas = messages that could not be read
    .word = unread
