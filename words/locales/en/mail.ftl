### Mails: what stands around a message's words in e-mail. There are no buttons, so their words are answers too.

mail-answer = <b>How to answer</b>
mail-worksheet = Open the worksheet (no account, no password)
mail-reply = Reply to this e-mail; write your answer above its text.
mail-reply-coordinator = Reply to this e-mail; a coordinator will read it.
mail-words = The first line of your reply may also be one of these words: { $words }.
mail-sent-by = This e-mail was sent by the forum's automatic assistant. Please write nothing restricted in e-mails.
mail-personal = Links are personal; please do not pass them on.

subject-nudge = { round-head }: { $numbers }
subject-following = The measures you follow
subject-view = View: { $number }
subject-rejoinder = Reply to a view: { $number }
subject-late =
    { $kind ->
        [final] The final information on the plan
       *[mandatory] Information on { $year }
    } is still awaited: { $numbers }

mail-word = “{ $word }”
mail-join = On Telegram, if the rules of your institution allow it – join (the link is good for three days)

mail-greeting = Hello!
mail-asks =
    { $kind ->
        [filling] Now that the plan is adopted, please check and fill in the worksheets { $by }
        [voluntary] If you can, please tell us { $by } how the plan's measures stand
        [final] The final information on the plan's measures is due { $by }
        [comments] Please send { $by } what you object to or would add to the draft
       *[mandatory] Information on the plan's measures in { $year } is due { $by }
    }{ $basis ->
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

## Words by which it is known where the writer's own text ends in a mail; each way to write them, parted by |

mail-words-wrote = wrote|writes
mail-words-original = Original Message|Original message|Forwarded message|Begin forwarded message
mail-words-heads = From|Sent|Date|To|Subject|Cc
mail-words-signoff = Best regards|Kind regards|Regards|Yours sincerely|Sincerely|Best wishes
mail-words-device = Sent from my|Sent from Outlook|Get Outlook for
mail-words-away = automatic reply|out of office|auto-reply|autoreply|away from the office
mail-words-until = until|through|till

mail-aside =
    { $why ->
        [another] An e-mail came that was not recorded: ours was answered from another address than it was sent to. From: { $sender }. Subject: “{ $subject }”. If it is the institution's answer, enter it from the institution's card, or ask for an answer from the address on the list.
       *[stranger] An e-mail came that was not recorded: its address is not on the forum's list. From: { $sender }. Subject: “{ $subject }”. It is in the forum's mailbox.
    }
mail-files =
    { $why ->
        [size] The e-mail is larger than { $most } MB, so its attachments were not kept. Please put them into the library «Pierādījumi» on the site, or send a link.
        [tnef] The attachment winmail.dat cannot be opened, so the files were not kept. Please send them again with the format “HTML” or “Plain text” chosen in Outlook.
        [deep] We could not read your e-mail: it has too many parts. Nothing was recorded. Please write your answer in a new e-mail, replying to ours.
        [letter] The signed letter itself is not kept here: its number and date will do. If it has not been sent to the office that runs the forum officially, please send it the way your institution sends its letters.
       *[unproven] Your e-mail does not answer one of ours, so we do not know whether it was you who wrote it, and nothing was recorded. Please reply to this e-mail, or to the one that asked you.
    }

mail-decline = Do not send me such e-mails
decline-ask = { $group ->
        [digest] Shall we send you the weekly digest no more? All other e-mails go on as before.
       *[meetings] Shall we remind you of meetings no more? Invitations and news of changes go on as before.
    }
    .title = Send no such e-mails?
declined = { $group ->
        [digest] We will send you the weekly digest no more. All other e-mails go on as before.
       *[meetings] We will remind you of meetings no more. Invitations and news of changes go on as before.
    }
    .title = We will not send them any more
decline-unknown = This link is not valid. Nothing was changed.
    .title = The link is not valid
decline-yes = Do not send
decline-again = Send again

mail-undelivered = <b>A mail could not be delivered.</b> Member: { $name }. The recipient's server does not take it ({ $why }). The mailbox is not closed, so later mails will be sent as before; this one will not. If the due day is near, please telephone.
