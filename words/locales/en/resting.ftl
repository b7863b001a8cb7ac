### Reminding later, help that is needed.

nudge-later = Remind me later
nudge-help = I need help
nudge-letter = A letter was sent
nudge-extension = Ask for more time
nudge-not-mine = I am not in charge

snooze-ask = When shall we remind you? The due day is { $due }.
snooze-none = The due day is very close ({ $due }), so we cannot remind you later. If you need help, press “I need help”.
    .mail = The due day is very close ({ $due }), so we cannot remind you later. If you need help, reply with the words “I need help”.
snooze-late = The due day has passed ({ $due }), so we cannot remind you later. If you need more time, please write to the coordinator.
snoozed = All right. If you have not answered by then, we will remind you on { $until }. You may answer earlier.

help-which = What do you need help with?
help-ask = What keeps you from answering?
help-data = Data are missing
help-sign-off = Not signed off yet
help-not-mine = I am not in charge
help-other = Another reason
help-words = Write in one message what keeps you. Please do not write anything of restricted access here.
help-kept = Passed on to the coordinator. We will not remind you about { noun-nom }{ $number }{ $of } { $until }. You may answer at any time.
help-needed = <b>Help is needed:</b> { $code }, { noun-nom }{ $number }{ $of } ({ $name })
help-reason =
    { $trouble ->
        [data] Data are missing.
        [sign_off] Not signed off in the body yet.
        [not_mine] Writes that they are not in charge.
       *[other] Another reason.
    }
help-said = “{ $words }”
help-done = Settled
help-is-settled = Settled.

letter-ask = Write the letter's date or number in one message; then we will not remind you again.
letter-kept = Thank you! The letter is noted: “{ $text }”. Measures: { $numbers } You will not be reminded again.
letter-kept-after = Thank you! The letter is noted: “{ $text }”. Measures: { $numbers }. This reporting round is closed already, so the report will say that the letter was received after.
