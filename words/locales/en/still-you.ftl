### Is it still you? The question before a reporting round.

still-you = <b>Is it still you who answers for the following?</b>
still-you-round = { $title }. Due: { $due }. We will ask about: { $numbers }
still-you-silence = If you do not answer, we take it that it is; we will remind you before the due day.
still-you-me = Yes, still me
still-you-another = Somebody else
still-you-yes = Thank you! We will remind you before the due day.
still-you-who = Who answers now? Write their name and e-mail address in one message.
    .mail = Who answers now? Write their name and e-mail address in your answer.
still-you-unclear = We found no name together with an e-mail address. Please write it so: first name, last name, address@body.example
still-you-kept = Thank you! Passed on to the coordinator: { $name }, { $email }. As long as nothing is changed in the forum's list, we write to you.
still-you-other =
    <b>Somebody else answers:</b> { $code ->
        [none] { $member }
       *[other] { $member } ({ $code })
    } writes that { $name }, { $email } answers now.
    If that is right, put it into this person's row of the list “Atbildīgās personas”; whatever is still open then passes on to the new person.
still-you-linked =
    { $said }
    <a href="{ $link }">Open the row on the platform</a>

ws-still = Is it still you who answers for the following?
ws-still-measures = we will ask about: { $numbers }
ws-still-other = No, somebody else does
ws-still-hint = We pass it on to the coordinator. As long as nothing is changed in the forum's list, we write to you.
ws-still-other-name = First and last name
ws-still-other-email = E-mail address
ws-still-tell = Tell the coordinator
ws-said-still-me = Thank you! We will remind you before the due day.
ws-said-still-other = Thank you! Passed on to the coordinator. As long as nothing is changed in the forum's list, we write to you.
ws-error-other-name = Enter who answers now: first and last name.
ws-error-other-email = Enter an e-mail address, such as address@body.example
