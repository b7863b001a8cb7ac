### Mails: what stands around a message's words in e-mail. There are no buttons, so their words are answers too.

mail-answer = <b>How to answer</b>
mail-worksheet = Open the worksheet (no account, no password)
mail-reply = Reply to this e-mail; write your answer above its text.
mail-reply-coordinator = Reply to this e-mail; a coordinator will read it.
mail-words = The first line of your reply may also be one of these words: { $words }.
mail-sent-by = This e-mail was sent by the forum's automatic assistant. Please write nothing restricted in e-mails.
mail-personal = Links are personal; please do not pass them on.

subject-nudge = Information on { $year }: { $numbers }
subject-late = Information on { $year } is still awaited: { $numbers }

mail-word = “{ $word }”
mail-join = On Telegram, if the rules of your institution allow it – join (the link is good for three days)

mail-greeting = Hello!
mail-asks =
    Information on the plan's measures in { $year } is due { $by }{ $basis ->
        [none] {"."}
       *[other] { " " }({ $basis }).
    }
mail-body = Institution: { $body }
mail-role =
    Your role: { $role ->
        [coordinator] coordinator
        [deputy] deputy
        [approver] approver
        [observer] observer
       *[contact] contact
    }
