### Partners' views: what partners and bodies see in chat and by e-mail.

partner-asked = <b>{ $title }</b>
partner-asked-turn = The day by which institutions report how far the measures came in { $year } is past. If you wish, say how you see it. You need not, and we shall not remind you. Views are taken { $until }.
partner-asked-blind = About how far the measures came in { $year }, partners are heard unseen this time: your view will be sealed, and until the reveal nobody can read it, neither the institutions nor the coordinator. Say it on the worksheet page, not in a message or an e-mail. You need not, and we shall not remind you. Views are taken { $until }.
partner-asked-none = You follow no measure at present. Choose which to follow.
partner-asked-how = Press a measure's number, or reply to this message, for example: “{ $number } Not started. No data on the portal.”
    .mail = Reply to this e-mail, for example: “{ $number } Not started. No data on the portal.”
views-head = <b>{ $title }</b>
views-turn = The measures you follow. You can say your view once the institution has answered, or its due day has passed.
views-blind = The measures you follow. In this round views are given on the worksheet page, and are sealed until the reveal.
views-none = At present no round hears partners.
views-not-partner = With this command the forum's partners say their view. About your own institution's measures you answer when we ask.
view-line = { $number }{ $of } { $title }{ $does ->
    [yes] { " " }(your organisation carries it out, too)
   *[no] { "" }
 }{ $said ->
    [yes] { " " }– view received
   *[no] { "" }
 }
view-choose = Choose measures
    .done = ✓ { $number }
following-head = <b>{ $body }</b>: the measures you follow ({ $count }). Press a number to follow it, or no longer. With an asterisk: your organisation carries it out, too.
    .mail = <b>{ $body }</b>: the measures you follow ({ $count }). Answer with the numbers of those to follow, or no longer, for example: 1.1, 2.8. With an asterisk: your organisation carries it out, too.
following-which = For which organisation will you choose what to follow?
    .mail = For which organisation will you choose what to follow? Answer with its short name.
following-line = { $chosen ->
    [1] ✓ { $number }
   *[0] { $number }
 }{ $does ->
    [yes] { " " }*
   *[no] { "" }
 } { $title }
following-one = { $chosen ->
    [1] ✓ { $number }
   *[0] { $number }
 }{ $does ->
    [yes] { " " }*
   *[no] { "" }
 }
following-before = «
following-after = »
view-ask = { $number }{ $of } { $title }
view-ask-does = Your organisation carries this measure out, too; here say your view as a partner.
view-ask-answer = { $code }: { $completion }
view-ask-answer-bare = { $code }: no status given
view-ask-text = “{ $text }”
view-ask-silent = The institution has not answered yet.
view-ask-question = How far has this measure come, as you see it?
view-waits = The institution has not answered about this measure yet. You can say your view once it has, or its due day has passed.
view-no-key = In this round views are sealed, but the key for it is not set yet. Please write to the coordinator.
view-on-page = In this round views are sealed. Please do not write yours here, since messages are kept so that they can be read: say it on the worksheet page.
view-on-page-none = In this round views are sealed, which can be done on the worksheet page alone, and that is not switched on. Please write to the coordinator.
view-text = { $number }{ $of } Your assessment: { $completion }. Write in one message why you think so. The report will have your words as written.
view-state = { $number }{ $of } Your words were received, but are not recorded yet. How far has this measure come, as you see it?
view-not-here = In this round views are sealed, so they are not taken in a message. What you wrote was not kept, and your message is being removed from this chat. Please say your view on the worksheet page.
    .mail = In this round views are sealed, so they are not taken by e-mail. What you wrote was not kept here, but the e-mail stays in the mailboxes; please say your view on the worksheet page.
view-kept-written = Your view was received and written to the platform { $when } (version { $version }).
view-kept-saved = Your view was received and kept { $when } (version { $version }). It will be written to the platform as soon as possible.
view-kept-sealed = Your view was received and sealed { $when } (version { $version }). Until the reveal nobody can read it, not even we, so it is not repeated here. If you say it again, the newest counts.
view-kept-reveal = It will be revealed { $on }.
view-kept-about = { $number }{ $of } – { $completion }
view-kept-number = { $number }{ $of }
view-kept-text = View: “{ $text }”
view-again = Correct the view
view-withdraw = Take the view back
view-withdraw-ask = { $number }{ $of } Take your view back? The report will not have it; while the round is open, you can say it anew.
view-withdraw-ask-sealed = { $number }{ $of } Take your view back? What was sealed will be deleted; while the round is open, you can say it anew.
view-withdraw-yes = Yes, take it back
view-withdrawn = { $number }{ $of } Your view was taken back.
view-revealed = <b>{ $title }</b>
view-revealed-now = Partners' views are revealed. Yours can now be read on the platform and in the report, as written.
view-revealed-one = { $number }{ $of } – { $completion }: “{ $text }”
partner-views = <b>{ $title }</b>
partner-views-intro = Partners have said their view of your institution's measures. You can reply to each view once; the report will have your reply beside it. You need not. Replies are taken { $until }.
partner-views-one = { $number }{ $of } { $partner } – { $completion }: “{ $text }”
partner-views-button = Reply: { $number } { $partner }
rejoin-ask = { $number }{ $of } { $partner } – { $completion }: “{ $text }”
rejoin-ask-question = Write your reply in one message. The report will have it as written; you can correct it, but there will be no second reply.
rejoinder-kept = Your reply to the view is kept (version { $version }). { $number }{ $of } { $partner }: “{ $text }”
rejoinder-told = Your view was replied to. { $number }{ $of } Institution: { $code }. “{ $text }”
rejoinder-late = This view can no longer be replied to.
views-revealed = <b>{ $title }</b>
views-revealed-counts = Partners' views are revealed: { $count }. They now stand on the platform and in the report beside the institutions' answers.
views-revealed-left = Still sealed with another key: { $left }.
views-still-sealed = <b>{ $title }</b>
views-still-sealed-how = The round is closed, but partners' views are still sealed: { $left }. They can be revealed on the round's page, or with the command /voices.
reveal-key-wanted = <b>{ $title }</b>
reveal-key-wanted-how = Partners' views are to be revealed today, but the key is not here. Whoever has it runs: <code>forumbot reveal { $key } --key FILE</code>
command-viedoklis = partners' views and the measures you follow
    .word = view
toast-view-over = This round takes no views any more.
toast-followed = { $chosen ->
    [1] You follow it.
   *[0] You no longer follow it.
 }

## For coordinators: how partners are heard

voicing = <b>{ $title }</b>
voicing-turn = Partners are heard in turn: first the institution answers, then the partner says its view, which can be read at once.
voicing-blind = Partners are heard unseen: views are sealed, and nobody can read them before the reveal.
voicing-count = Views received: { $count }, sealed: { $sealed }.
voicing-revealed = The views are revealed; this round takes no new ones.
voicing-reveal-on = They will be revealed { $on }.
voicing-reveal-word = No day is set for the reveal.
voicing-key-elsewhere = The key that opens them is not here: whoever has it does so with the command “forumbot reveal”.
voicing-make-blind = Hear them unseen
voicing-make-turn = Hear them in turn
voicing-day = Set the day of the reveal
voicing-reveal = Reveal now
voicing-none = At present no round hears partners. A round does where “Partneri” is among those who must answer in its row.
voicing-refused =
    { $why ->
        [spoken] A partner has spoken already, so how they are heard can no longer be changed.
        [no_key] There is no key to seal with. The command “forumbot sealing-key” makes one.
        [no_page] Views can be sealed on the worksheet page alone, and that is not switched on (settings, section “web”).
        [revealed] Nothing is sealed in this round.
        [past] That day is past.
        [key_elsewhere] The key that opens them is not here: whoever has it does so with the command “forumbot reveal”.
       *[not_heard] This round hears no partners any more.
    }
reveal-ask = <b>{ $title }</b>: reveal the partners' views ({ $count })? Everybody will be able to read them, and this round takes no new ones then. This cannot be undone.
reveal-yes = Yes, reveal
reveal-day-ask = <b>{ $title }</b>: on which day are the partners' views to be revealed? For example 16.02.2021.
command-balsis = how rounds hear partners
    .word = voices
