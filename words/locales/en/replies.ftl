### Replies: questions, echoes and errors.

completion-no-evidence = No evidence available
    .short = No evidence
completion-not-started = Not started
    .short = Not started
completion-limited = Limited completion
    .short = Limited
completion-substantial = Substantial completion
    .short = Substantial
completion-complete = Complete
    .short = Complete
completion-withdrawn = Withdrawn from the plan
    .short = Withdrawn

completion-means = <b>{ $completion }</b> – { $means }
ask-status =
    <b>{ $number }{ $of }</b> { $title }

    { round-question }
ask-text =
    <b>{ $number }{ $of }</b> { $title }
    Completion: { $completion }.

    Now write, in one message, what has been done{ $little ->
        [yes] {" "}and, if you know it, what stood in the way: “Obstacles: …”.
       *[no] {"."}
    } Please do not write restricted information here.
ask-words =
    <b>{ $number }{ $of }</b> { $title }

    { $kind ->
        [comments] Write, in one message, what you object to or would add.
       *[filling] Write, in one message, what must be corrected or added: roles, milestones, dates, exactly as they should be.
    } Please do not write restricted information here.
agreed =
    { $kind ->
        [comments] Received: no objections. If there is something to add after all, press the number of the measure in the message before. Measures: { $numbers }
       *[filling] Received: the worksheets are right. If something must be corrected after all, press the number of the measure in the message before. Measures: { $numbers }
    }
    .mail = { $kind ->
        [comments] Received: no objections. Measures: { $numbers }
       *[filling] Received: the worksheets are right. Measures: { $numbers }
    }
echo-agreed =
    { $kind ->
        [comments] No objections.
       *[filling] All is right, as in the plan.
    }
echo-about =
    <b>{ $number }{ $of }</b> { $kind ->
        [comments] Comment on the draft.
       *[filling] Worksheet.
    }
ask-measure =
    Your text is kept: “{ $text }”

    What is it about?

ask-measure-none = None of them
text-dropped = All right. The text was not recorded.

echo-written = <b>Received and written to the platform</b> { $when } (version { $version }).
echo-seen = <b>We saw your institution's answer on the platform</b> { $when } (version { $version }). If something is not right, please correct it.
echo-saved = <b>Your answer is received and kept</b> { $when } (version { $version }). The platform is not available now; we will write it there as soon as it is. There is nothing more you need to do.
echo-refused = <b>Your answer is received and kept</b> { $when } (version { $version }). It could not be written to the platform; the coordinator has been told. There is nothing more you need to do.
echo-overtaken = <b>Your answer is received and kept</b> { $when } (version { $version }). A newer answer was given since; that one goes to the platform.
echo-on-behalf = <b>The coordinator entered your institution's answer</b> { $when } (version { $version }). If something is not right, please correct it.
echo-status = <b>{ $number }{ $of }</b> Completion: { $completion }.
echo-no-status =
    <b>{ $number }{ $of }</b> { $kept ->
        [yes] You did not state a completion; the one on record stands.
       *[no] You did not state a completion.
    }
echo-done = Done: “{ $text }”
chat-removed = The message was deleted.
echo-internal = The text is restricted, so it is not shown here; it stands on the worksheet page.
echo-draft = <i>Received (draft): not signed by your institution yet, not public.</i>
echo-outside = <i>Outside the signed letter (No. { $number }): letter and report keep what was signed.</i>
echo-correct = Correct
echo-set-status = State completion

## After the text: obstacles, the next step; nothing to report; withdrawal

nothing-to-report = Nothing to report…
ask-nothing =
    <b>{ $number }{ $of }</b> { $title }

    Why is there nothing to report about this? Write it in one message.
ask-obstacles =
    <b>{ $number }{ $of }</b> { $title }
    Your answer is kept.

    What kept you from doing more? Write it in one message. Please do not write anything of restricted access here.
ask-next-step =
    <b>{ $number }{ $of }</b> { $title }

    What is the next step? Write it in one message.
no-obstacles = No obstacles
no-next-step = No next step
echo-obstacles = Obstacles: “{ $text }”
echo-nothing = Nothing to report: “{ $text }”
echo-next-step = Next step: “{ $text }”
echo-add-next-step = Next step
echo-in-english = In English
ask-english =
    <b>{ $number }{ $of }</b> { $title }

    Write the same in English in one message; the report in English will have it. Your answer does not change.
english-kept = <b>{ $number }{ $of }</b> The text in English is kept beside the answer: “{ $text }”
english-not = <b>{ $number }{ $of }</b> The text in English was not kept: a coordinator has worded it for the public, or the answer is withdrawn or restricted.
echo-open = Open on the platform
echo-withdraw = Withdraw
withdraw-ask =
    <b>{ $number }{ $of }</b> { $title }

    Withdraw the answer? What stood on the site before will be restored, and you will be asked again.
withdraw-yes = Yes, withdraw it
withdraw-no = No
withdraw-erase = Erase the text…
withdraw-kept = All right. The answer stays as it was.
echo-withdrawn =
    { $kept ->
        [written] <b>{ $number }{ $of } The answer was withdrawn</b> on { $when }, and what stood on the site before is restored.
       *[kept] <b>{ $number }{ $of } The answer was withdrawn</b> on { $when }. The site cannot be reached just now; what stood there before will be restored once it can.
    }
colleague-answered =
    { $noun ->
        [recommendation] {""}
       *[measure] Measure{" "}
    }{ $number }{ $of } had been answered already. Answered by: { $name }. Your answer counts now (version { $version }); the earlier one is kept:
colleague-changed = There is a new answer (version { $version }) about { noun-nom }{ $number }{ $of }, which you had answered. Answered by: { $name }. Your answer is kept.
colleague-withdrew = The answer about { noun-nom }{ $number }{ $of }, which you had given, was withdrawn (version { $version }). Withdrawn by: { $name }. Your answer is kept, but the question is open again.
said-text = “{ $text }”

## Errors

text-empty = The message is empty, so nothing was recorded. Please write your answer in one message.
text-too-long = This text does not fit on the platform (more than { $most } characters), so it was not recorded. Please shorten it and send it again.
not-text =
    { $what ->
        [forwarded] A forwarded message is not recorded as your answer. Please write it in your own words.
        [sticker] A sticker cannot be recorded. Please answer with a text or a button.
       *[other] Such a message cannot be recorded. Please answer with a text or a button.
    }
    .mail = { $what ->
        [forwarded] A forwarded e-mail is not recorded as your answer. Please write it in your own words.
       *[other] We found no text to record in this e-mail. Please write your answer above the text of ours.
    }
flood =
    { $count ->
        [one] More than { $most } messages came from you within a minute. { $count } more message is kept but was not read, and is not recorded as an answer. If it matters, please write it again in a minute.
       *[other] More than { $most } messages came from you within a minute. { $count } more messages are kept but were not read, and are not recorded as answers. If something in them matters, please write it in one message in a minute.
    }
question-over = This question is no longer open, so nothing was recorded. Please begin again with a button.
    .mail = This question is no longer open, so nothing was recorded. Please reply to the e-mail that asked about it.
edit-elsewhere = Editing this message changes nothing, as it has been used already. If something must be put right, please press the button again and write a new message.
    .mail = This e-mail changes nothing. If something must be put right, please reply to our e-mail once more.
# What is said out of courtesy, each way to write it; parted by |.
chatter-words = thanks|thank you|thx|many thanks|hello|hi|hey|good morning|good day|ok|okay|fine|noted|yes|no|have a nice day
nothing-asked = Thank you! Nothing is awaited from you now, so nothing was written to the platform. We will tell you here of a new deadline.
round-closed = This reporting round is closed, so nothing was changed on the platform. If the correction matters, please write to the coordinator.
not-yours-text = Someone else answers for this now, so nothing was recorded. If that is wrong, please write to the coordinator.

toast-button-old = This button no longer works.
toast-already-done = That is done already.
toast-not-yours = This button is not meant for you.
toast-round-closed = This reporting round is closed.
toast-status-chosen = { $completion }
toast-too-many = Too many at once. Please try again in a minute.
