### Absence: “away until 5 January”.

# The words with which a message about an absence begins; “until” and a day follow.
absence-words = away|i am away|i'm away|i will be away|i'll be away|out of office|on leave|on holiday
absence = All right, no reminders to you { $until }.
absence-stand-in = Reminders go meanwhile to: { $names }.
absence-waits = When you are back we remind you of what is not answered yet.
absence-due = The due day comes while you are away: { $due }. So the last reminder before it is sent all the same.
absence-back = I am back
absence-over = All right, we write to you again.
absence-far = An absence is noted for at most { $most } days ahead. If somebody else answers, please write to the coordinator.
absence-told =
    { $instead ->
        [none] { $name }: away { $until }; nobody stands in.
       *[other] { $name }: away { $until }; standing in: { $instead }.
    }
