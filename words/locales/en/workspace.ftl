### The platform: what was not written, and why.

echo-later = <b>Your answer now stands on the platform</b> (version { $version }).
conflict =
    <b>Somebody changed on the platform what a member's answer changes too.</b>
    { $number ->
        [none] { $title }
       *[other] { $number } { $title }
    }
    For now the platform keeps its own; the answer is kept here.
conflict-ask = Which one is right?
conflict-by-hand = Please decide which one is right, and enter it on the platform.
conflict-editor =
    { $when ->
        [none] Changed by { $editor }
       *[other] Changed by { $editor } ({ $when })
    }
conflict-mine =
    <b>{ $number ->
        [none] Your answer and the platform differ.
       *[other] { $number } Your answer and the platform differ.
    }</b>
    While you were writing, { $editor ->
        [none] somebody else
       *[other] { $editor }
    } changed this entry on the platform{ $when ->
        [none] {""}
       *[other] {" "}({ $when })
    }. Your answer is kept. Which one shall stand on the platform?
conflict-compare =
    { $number ->
        [none] <b>Both entries</b>
       *[other] <b>{ $number } Both entries</b>
    }
conflict-mine-button = Write mine
conflict-ours-button = Write the answer
conflict-theirs-button = Keep the platform's
conflict-compare-button = Compare
conflict-settled =
    <b>{ $number ->
        [none] {""}
       *[other] { $number }{" "}
    }{ $choice ->
        [ours] The answer is being written to the platform.
       *[theirs] The platform's entry stays; the answer is kept here.
    }</b>
conflict-chosen = { $field }: “{ $value }”
edits-waiting =
    <b>Several measures were changed on the platform at once.</b>
    { $name ->
        [none] It is not known by whom
       *[other] Changed by { $name }
    } ({ $when }). Measures: { $numbers }

    Are these the body's answers?
edits-yes = Yes, answers
edits-no = No, just tidied up
edits-decided =
    { $answers ->
        [yes] { $count ->
            [one] { $count } change was looked at
           *[other] { $count } changes were looked at
        }: where the body owes an answer, it is entered as one.
       *[no] The changes are not taken for answers; reminders go on as before.
    }
shrink = <b>Many rows of the list “{ $list }” have vanished at once: { $gone } of { $known }.</b>
shrink-anew =
    <b>The list “{ $list }” was made anew.</b>
    The forum knows the rows of the old one (count: { $gone }), but cannot recognise them in the new list, which is not read for now.
shrink-keeps = The forum keeps them for now. If they vanished by mistake, please restore them from the platform's recycle bin.
shrink-follows =
    If you remove them: { $noun ->
        [person] the chats of these people are closed, and they are not reminded any more
        [measure] reminders about these measures end
        [reply] the forum writes each answer into the new list with its next version
       *[other] these rows hold no longer in the forum
    }{ $anew ->
        [yes] , and the rows of the new list are read as new ones
       *[no] {""}
    }. Answers already given stay.
shrink-ask = What should be done?
shrink-believe = Right, remove
shrink-wait = Wait
shrink-settled =
    { $waits ->
        [yes] Waiting: the forum keeps these rows of the list “{ $list }” (count: { $count }). Once they are restored, all goes on by itself.
       *[no] These rows of the list “{ $list }” (count: { $count }) are being removed, with the next reading.
    }
conflict-field =
    <b>{ $field }</b>
    On the platform: “{ $theirs }”
    In the answer: “{ $ours }”
conflict-nothing = nothing
field-completion = Completion
field-completion-on = Completion date
field-done = Done
field-next-step = Next step
field-obstacles = Obstacles
field-other = { $name }
push-failed =
    <b>An answer cannot be written to the platform's list “{ $list }”.</b> It is kept and not lost.
    Reason: { $reason }
overruled =
    <b>In the list “{ $list }” the forum put its own entry back.</b>
    These columns are the forum's, so what was changed there has been replaced:
overruled-row =
    – row { $row }: { $columns }{ $editor ->
        [none] {""}
       *[other] {" "}(changed by { $editor })
    }
overruled-more =
    { $count ->
        [one] And { $count } more row.
       *[other] And { $count } more rows.
    }
overruled-how = Nothing needs to be done. If one of these columns is yours to write after all, the setting { $setting } says so.
list-stopped =
    <b>The list “{ $list }” is not being read at present.</b>
    { $reason }
    The other lists are read as usual; we shall tell you when this one is.
list-reads-again = The list “{ $list }” is being read again. Nothing more needs to be done.
to-put-right =
    <b>Something in the platform's lists must be put right</b>
    The numbers open the rows. What was put right leaves this list by itself.
to-put-right-list = <b>{ $list }</b>
to-put-right-row = <a href="{ $link }">{ $row }</a>
to-put-right-rows = { $count } more
to-put-right-line = – { $sentence }
to-put-right-linked = { $sentence } <a href="{ $link }">Open the row</a>
to-put-right-more =
    { $count ->
        [one] And { $count } more; “forumbot sync” shows them all.
       *[other] And { $count } more; “forumbot sync” shows them all.
    }
