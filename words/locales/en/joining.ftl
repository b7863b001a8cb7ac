### Joining, and links.

language-name = English

join-ask =
    Hello! This is the automatic helper of the open government forum; the State Chancellery runs it.

    You: { $name }
join-institution = Institution: { $institution }
join-measure = Measure: <b>{ $number }</b> { $title }
join-question = Is all of this right?
join-right = Yes, it is
join-wrong = No, correct it
join-differs = Thank you! The coordinator has been told and will get in touch with you. Until then we will send you nothing here.
joined = Thank you, you have joined!
joined-due = Next deadline: { $due }.
joined-first = We will send the first reminder on { $on }.
joined-partner = As a partner of the forum you can follow measures and say in each round how you see them.
joined-care = Please do not write restricted information here.
welcome-back = You have joined already. We will tell you here of the next deadline; you can answer with one message.
    .mail = Hello! The forum knows your address. We will write here of the next deadline; you can answer by e-mail.
stranger = Hello! This is the automatic helper of the open government forum. Your message was not recorded, because this chat is not bound to a member of the forum yet. Please open the personal link that you got from the coordinator.
    .mail = Hello! This is the automatic helper of the open government forum. Your mail was not recorded: the forum's list has no member at this address just now. If that is a mistake, please write to the coordinator; if somebody else has your place now, please hand it on to them.
farewell = Thank you for your work! The forum’s list now names somebody else in your place, or has no entry any more, so we will not write here again. If this is a mistake, please write to the coordinator.
link-refused =
    { $reason ->
        [used] This link has been used already. The coordinator has been told and can send you a new one.
        [expired] This link has expired. The coordinator has been told and can send you a new one.
        [gone] This link is no longer valid, because the forum's roster names another contact. If that is a mistake, please write to the coordinator.
       *[unknown] This link is not valid. Please check that it is complete, or ask the coordinator for a new one.
    }

link-trouble =
    { $reason ->
        [used] A personal link was opened a second time, from another chat. Member: { $name }
        [expired] An expired link was opened. Member: { $name }
       *[gone] The link of a former contact was opened. Person: { $name }
    }
member-differs = A member says that what we know of them is not right. Please check the list “Atbildīgās personas” on the platform and send a new link. Member: { $name }
member-blocked =
    { $channel ->
        [email] E-mails to this member come back: the address on the forum's list is not valid. Please put it right in the site's list of persons. Member: { $name }
       *[other] This member can no longer be reached, because they closed the chat on Telegram. Please get in touch another way. Member: { $name }
    }
successor =
    <b>Somebody else stands in a row of the forum's list now.</b>
    Before: { $before }
    Now: { $name }

    The earlier chat can enter nothing any more; its answers are kept, and what is still open passes to the new person.
successor-no-chats =
    <b>Somebody else stands in a row of the forum's list now.</b>
    Before: { $before }
    Now: { $name }

    The person before can enter nothing any more; their answers are kept, and what is still open passes to the new person. The list has no e-mail address of the new person, so we cannot write to them. Please enter one.
invite-successor = Prepare a link
invite-missing = Prepare links
invite-again = Prepare a new link
invitation =
    A new personal link (valid for three days, works once). Please forward it to this person only. Member: { $name }

    { $link }
