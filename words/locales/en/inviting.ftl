### Inviting: who has not joined yet, and for whom to prepare a link.

guests =
    <b>No chat on Telegram yet</b>
    { $missing } of { $total } persons of the forum's list.
guests-found = <b>Found in the forum's list</b>
guest =
    { $body ->
        [known] { $number }. { $code }: { $name } – { $link }
       *[none] { $number }. { $name } – { $link }
    }
guest-link =
    { $link ->
        [joined] has a chat; a new link replaces it once it is opened and confirmed
        [closed] closed the chat
        [waiting] link not used yet, expires on { $until }
        [expired] link expired
       *[none] no link prepared yet
    }
guests-which = Who needs a personal link? Press a number, or write a name or an institution after /invite
    .mail = Who needs a personal link? Reply with a number, or write a name or an institution after /invite
guests-none = Everybody on the forum's list has a chat on Telegram.
guests-all = Show everybody without a chat
guest-unknown = Not found in the forum's list: “{ $text }”. Please check the spelling. Somebody new must first be entered in the list “Atbildīgās personas” on the platform; a few minutes later a link can be prepared.
guests-no-chats = This forum writes by e-mail alone, so nobody needs to join: whoever has an e-mail address in the roster is written to there. Where an address is lacking, enter it in the site's list of persons.
