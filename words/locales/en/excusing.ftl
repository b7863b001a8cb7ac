### For coordinators: more time, no more asking, an answer in a body's name, the draft of a letter.

card-extend = Extend
card-skip = Do not ask
card-enter = Enter an answer
card-letter = Draft a letter
excuse-which = { $code }: about which one?
extend-until = { $code }, { noun-nom }{ $number }{ $of } It is due on { $due } now. Until which day shall it be extended? Such as “{ $example }”.
extend-early = The new due day has to be later than the present one: { $due }. Write another day.
extend-far = { $until } is too far off: a due day can be put off by half a year at most (now: { $due }). Write another date.
extend-reason = The new due day: { $until }. For what reason? Write it in one message; the body will see it too.
skip-reason = { $code }, { noun-nom }{ $number }{ $of } Why is no answer needed any more? Write it in one message.
excuse-extended = <b>Extended:</b> { $code }, { noun-nom }{ $number }{ $of } Due: { $due }. Reason: “{ $reason }”
excuse-skipped = <b>Not asked:</b> { $code }, { noun-nom }{ $number }{ $of } Reason: “{ $reason }”
excuse-undo = Undo
excuse-undone = Undone: { $code }, { noun-nom }{ $number }{ $of } Due again: { $due }.
excuse-settled = The answer has been received already, so nothing was changed.
extended = You have more time. Measures: { $numbers }. The new due day: { $due }. Reason: “{ $reason }”
enter-status = { $code }, { noun-nom }{ $number }{ $of } { round-question }
enter-words = { $code }, { noun-nom }{ $number }{ $of }. Write, in one message, what the institution said.
enter-text = { $code }, { noun-nom }{ $number }{ $of } State: { $completion }. Write in one message what was done, as the body told it.
letter-draft = <b>Draft of a letter: { $code }.</b> Awaited: { $numbers }. Nothing is sent to the institution by itself: the letter is signed and sent outside this system. If the answer comes, we tell you that it is not needed any more.
escalation-file = reminder
escalation-subject = On information about the implementation of the action plan in { $year }
escalation-opening = Information on the implementation of the action plan in { $year } was due { $due }.
escalation-asks = Please submit the information on what is named below { $until }. If it has been sent already, please tell us the date and number of the letter.
escalation-mark = Draft of { $on }
letter-unneeded = { $code }: the answer has been received, the letter that was drafted is not needed any more.
