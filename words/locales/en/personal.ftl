### A person's own settings, and privacy.

settings =
    <b>Settings</b>
    Language: English
    Reminders on working days: { $hours }
    Days: { $days }
    { $channel ->
        [email] We write to you by e-mail.
       *[other] We write to you on Telegram.
    }

    What you write yourself is answered at once. These settings move no due day; where none of your days is left before it, we remind you on another working day.
    If you will be away, write for example: away until 5 January
settings-all = All day
settings-morning = Mornings
settings-afternoon = Afternoons
toast-one-day-stays = One day at least has to stay.

privacy = <b>What is kept about you</b>
privacy-person = – the row in the forum's list: { $name }, { $body }
privacy-roster = – e-mail and telephone where the list has them; the coordinator keeps it on the site
privacy-chat =
    { $messages ->
        [one] – the address of this chat and { $messages } message or press of yours, as it came
       *[other] – the address of this chat and { $messages } messages and presses of yours, as they came
    }
    .mail = { $messages ->
        [one] – { $messages } e-mail of yours, as it came
       *[other] – { $messages } e-mails of yours, as they came
    }
privacy-answers =
    { $answers ->
        [one] – { $answers } answer in your body's name; it stands on the site too
       *[other] – { $answers } answers in your body's name; they stand on the site too
    }
privacy-not = The address of this chat is never written to the site and shown to nobody.
    .mail = The e-mail address stands in the forum's list on the site; we write it nowhere else and show it to nobody.
privacy-my-data = Get my data
privacy-forget-me = Delete my data…
privacy-file = my-data.json
privacy-export = All that is kept about you is in this file.
privacy-forget-ask =
    <b>Delete it?</b>
    We will delete the address of this chat, all messages, settings, what was begun and what you wrote when asking for help, and write to you here no more. Answers given in your body's name with their evidence, and the row in the forum's list stay: they belong to the body and to the coordinator. You can join again by a link from the coordinator.
    .mail =
        <b>Delete it?</b>
        We will delete all e-mails, settings, what was begun and what you wrote when asking for help, and write to you no more. Answers given in your body's name with their evidence, and the row in the forum's list stay: they belong to the body and to the coordinator.
privacy-forget-yes = Yes, delete it
privacy-forget-no = No, keep it
privacy-kept = Nothing was deleted.
privacy-forgotten = Deleted. The address of this chat and its messages are kept here no more. You can delete the messages in Telegram itself by deleting this chat.
    .mail = Deleted. Our e-mails and your answers to them are kept here no more, and we will not write to you again. In your own mailbox you can delete them yourself.
member-left = { $name }: addresses and messages were deleted as the member asked. We will write to this person no more.
channel-name =
    { $channel ->
        [email] E-mail
       *[other] Telegram
    }

lockdown =
    { $channel ->
        [email] <b>For safety the forum's e-mails have been stopped.</b> Please do not answer them, nor open links that were in them: they work no more.
       *[other] <b>For safety the forum's chats on Telegram have been stopped.</b> Please write nothing there, nor open links from there: buttons and links work no more.
    } Your answers are kept. For now we will write to you here.
