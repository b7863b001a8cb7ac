### The platform: what was not written, and why.

echo-later = <b>Your answer now stands on the platform</b> (version { $version }).
conflict =
    <b>Someone changed on the platform what a member stated in an answer.</b>
    { $number ->
        [none] { $title }
       *[other] { $number } { $title }
    }
    The platform keeps its entry; the answer is kept too. Please decide which is right and enter it on the platform.
conflict-editor = Changed by: { $editor }
conflict-field =
    <b>{ $field }</b>
    On the platform: “{ $theirs }”
    In the answer: “{ $ours }”
conflict-nothing = nothing
field-completion = Completion
field-completion-on = Completion date
field-done = Done
field-other = { $name }
push-failed =
    <b>An answer cannot be written to the platform's list “{ $list }”.</b> It is kept and not lost.
    Reason: { $reason }
list-stopped =
    <b>The list “{ $list }” is not being read at present.</b>
    { $reason }
    The other lists are read as usual; we shall tell you when this one is.
list-reads-again = The list “{ $list }” is being read again. Nothing more needs to be done.
to-put-right = <b>Something in the platform's lists must be put right</b>
to-put-right-line = – { $sentence }
to-put-right-linked = { $sentence } <a href="{ $link }">Open the row</a>
to-put-right-more =
    { $count ->
        [one] And { $count } more; “forumbot sync” shows them all.
       *[other] And { $count } more; “forumbot sync” shows them all.
    }
