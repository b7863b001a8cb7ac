### Partners' views: what partners and bodies see in chat and by e-mail.

partner-asked = <b>{ $title }</b>
partner-asked-turn = The institutions have answered about how far the measures came in { $year }. If you wish, say how you see it; partners owe no answer, and we shall not remind you. Views are taken { $until }.
partner-asked-blind = About how far the measures came in { $year }, institutions and partners speak this time without seeing what the other says. Your view will be sealed; until the reveal nobody can read it. Partners owe no answer, and we shall not remind you. Views are taken { $until }.
partner-asked-none = You follow no measure at present. Choose which to follow.
views-head = <b>{ $title }</b>
views-turn = The measures you follow. You can say your view once the institution has answered, or its due day has passed.
views-blind = The measures you follow. In this round views are given on the worksheet page, and are sealed until the reveal.
views-none = At present no round hears partners.
views-not-partner = With this command the forum's partners say their view. About your own institution's measures you answer when we ask.
view-line = { $number }{ $of } { $title }{ $does ->
    [yes] { " " }(your institution carries it out, too)
   *[no] { "" }
 }{ $said ->
    [yes] { " " }– view received
   *[no] { "" }
 }
view-choose = Choose measures
    .done = ✓ { $number }
following-head = <b>{ $body }</b>: the measures you follow ({ $count }). Press to follow one, or no longer; an asterisk marks those you carry out yourselves.
    .mail = <b>{ $body }</b>: the measures you follow ({ $count }). Answer with a measure's number to follow it, or no longer; an asterisk marks those you carry out yourselves.
following-which = For which organisation will you choose what to follow?
    .mail = For which organisation will you choose what to follow? Answer with its short name.
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
view-ask-does = Your institution carries this measure out, too; here is your view as a partner.
view-ask-answer = { $code }: { $completion }
view-ask-answer-bare = { $code }: no status given
view-ask-text = “{ $text }”
view-ask-silent = The institution has not answered yet.
view-ask-question = How far has this measure come, as you see it?
view-waits = The institution has not answered about this measure yet. You can say your view once it has, or its due day has passed.
view-no-key = In this round views are sealed, but the key for it is not set yet. Please write to the coordinator.
view-on-page = In this round views are sealed. Whatever comes to us as a message is kept so that it can be read, so please do not write it here: say it on the worksheet page.
view-on-page-none = In this round views are sealed, which can be done on the worksheet page alone, and that is not switched on. Please write to the coordinator.
view-text = { $number }{ $of } Your assessment: { $completion }. Write in one message why you think so. The report will have your words as written.
view-kept-written = Your view was received and written to the platform { $when } (version { $version }).
view-kept-saved = Your view was received and kept { $when } (version { $version }). It will be written to the platform as soon as possible.
view-kept-sealed = Your view was received and sealed { $when } (version { $version }). Until the reveal nobody can read it, we neither; it is not repeated here. If you say it again, the newest counts.
view-kept-reveal = It will be revealed { $on }.
view-kept-about = { $number }{ $of } – { $completion }
view-kept-number = { $number }{ $of }
view-kept-text = View: “{ $text }”
view-again = Correct the view
partner-views = <b>{ $title }</b>
partner-views-intro = Partners have said their view of measures that you answer for. You can reply to each once; the report will have your reply beside the view. You need not.
partner-views-one = { $number }{ $of } { $partner } – { $completion }: “{ $text }”
partner-views-button = Reply: { $number } { $partner }
rejoin-ask = { $number }{ $of } { $partner } – { $completion }: “{ $text }”
rejoin-ask-question = Write your reply in one message. The report will have your words as written; you can correct it, but there will be no second reply.
rejoinder-kept = Your reply to the partner is kept (version { $version }). { $number }{ $of } { $partner }: “{ $text }”
rejoinder-told = Your view was replied to. { $number }{ $of } Institution: { $code }. “{ $text }”
rejoinder-late = This view can no longer be replied to.
views-revealed = <b>{ $title }</b>
views-revealed-counts = Partners' views are revealed: { $count }. They now stand on the platform and in the report beside the institutions' answers.
views-revealed-left = Still sealed with another key: { $left }.
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
