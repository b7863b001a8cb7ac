### Why a message came: who decided it, on what ground, when the next one comes, and how to get fewer.

nudge-why = Why did I get this?

why = <b>Why did you get this message?</b> The forum's list names you for what we ask about, or for the body that answers for it.
why-decided =
    { $by ->
        [coordinator] A coordinator sent this reminder.
       *[plan] Reminders before a due day go out by themselves, by the rule that the coordinator has set.
    }
why-round = { $title }
why-basis = Grounds: { $basis }.
why-next = Without an answer we will remind you again: { $days }.
why-last = You will not be reminded again.
why-done = The answer has been received; you will not be reminded again.
why-less = To be reminded later, press “Remind me later”. If somebody else is in charge, press “I need help”; the coordinator keeps the list.
    .mail = To be reminded later, reply with the words “Remind me later”. If somebody else is in charge, reply with “I need help”; the coordinator keeps the list.
why-less-late = If a letter was sent, press “A letter was sent”; then we will not remind you again. If somebody else is in charge, press “I am not in charge”; the coordinator keeps the list.
    .mail = If a letter was sent, reply with the words “A letter was sent”; then we will not remind you again. If somebody else is in charge, reply with “I am not in charge”; the coordinator keeps the list.
why-settings = At which hours and on which days we write to you is set by the command /{ $word }.
    .mail = At which hours and on which days we write to you can be chosen by replying with /{ $word }.

why-meeting = <b>Why did you get this message?</b> Everyone on the forum's list is told of the meeting “{ $title }”.
why-meeting-by =
    { $by ->
        [none] A coordinator decided this.
       *[other] A coordinator decided this: { $by }.
    }
why-meeting-next = We will remind you again: { $days }.
why-meeting-over = You will not be reminded of this meeting again.
why-meeting-less = If you answer “I will not come”, or name who comes in your place, we will not remind you of it again.

why-told =
    <b>Why did you get this message?</b> { $what ->
        [returned] A coordinator asked for more about an answer of your institution.
        [extended] The coordinator moved the due day of an answer that we await from you.
        [colleague-changed] A colleague answered about the same, and another answer than yours counts now.
        [own-dates] The forum's list names you for something whose date in the plan comes near, or for the institution that answers for it.
        [on-behalf] The coordinator entered an answer in your body's name, and you are the one we ask about it.
        [filing-due] The forum’s list says that your institution files the letter for others, too.
        [partner-asked] Your organisation is a partner of the forum, and this round hears partners, too.
        [partner-views] A partner said its view of something that your institution answers for.
        [view-revealed] You said a sealed view in this round, and it is revealed now.
        [still-you] We have not heard from you for long, and a reporting round in which we will ask you begins soon.
        [rejoinder-told] The view that you said for a partner was replied to.
       *[echo] An entry about which we ask you was changed on the platform, and this was taken as your body's answer.
    } This is told once.
