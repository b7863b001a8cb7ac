### A body's letter: what stands in it, what closes it, and the letter itself.

filing =
    <b>Letter: { $code }</b> – { $name }
    { $title }
filing-due = <b>Time to have the letter made.</b> Your institution files it for others, too. Once the answers are there, have the draft made and hand it in for signature; what is still awaited will be named in it.
filing-line = <b>{ $code }</b>: { $told }
filing-state-awaited = awaited { $numbers }
filing-state-received = received (draft) { $numbers }
filing-state-signing = being signed { $numbers }
filing-state-letter = by letter { $numbers }
filing-state-skipped = not asked for { $numbers }
filing-state-missed = not received { $numbers }
filing-owes-nothing = Nothing is owed in this round.
filing-not-made = The letter has not been made yet.
filing-being-signed = The letter was made { $when } (making { $turn }) and is being signed. Once it has a number and a date, enter them; its text is fixed from then on.
filing-is-signed =
    { $late ->
        [yes] Letter received after the round was closed: { $on }, No. { $number }.
       *[no] Letter signed: { $on }, No. { $number }. Its text is fixed; a later change is a new version outside the letter.
    }
filing-changed =
    Changed since the letter was made: { $numbers }
    Letter and report keep what was signed; if it is to be otherwise, make the letter again.
filing-make = Make the letter
filing-more = Make a further letter
filing-enter = Enter number and date
filing-correct = Correct the number
filing-reopen = Open again
filing-show = Show the letter
filing-reopened = { $code }: the letter’s number and date are taken out; it is being signed again.
filing-through = Your body’s answers go into the letter of another one: { $code }. Its contact makes the letter.
filing-nobody = The forum’s list names no body beside your name, so there is no letter.
filing-empty = { $code }: there is no answer yet that is not in a signed letter, so no letter can be drafted. If the body has sent a letter already, enter its number and date.
filing-number = { $code }: what are the number and date of the signed letter? Write both in one message, for example: “No. 1-12/345, 29.01.2021”.
filing-unsure = { $code }: your message does not say for certain which number the signed letter has. Write its number and date in one message, for example: “No. 1-12/345, 29.01.2021”.
filing-date = Number of the letter: { $number }. What is its date? For example: “29.01.2021”.
filing-unclear = That date was not understood. Write the letter’s date, for example: “29.01.2021”. The number ({ $number }) is kept.
filing-future = The date of a letter cannot lie ahead. Write it again, for example: “29.01.2021”. The number ({ $number }) is kept.
filing-signed =
    { $late ->
        [yes] <b>Recorded as received after the round was closed.</b> Letter: { $code }, { $on }, No. { $number }. Answers in it: { $count }.
       *[no] <b>The letter is recorded:</b> { $code }, { $on }, No. { $number }. Answers in it: { $count }; their text is fixed, and the report will say just that.
    }
filing-told =
    { $late ->
        [yes] <b>Letter received after the round was closed:</b> { $code }, { $on }, No. { $number } ({ $title }). Answers in it: { $count }.
       *[no] <b>Letter signed:</b> { $code }, { $on }, No. { $number } ({ $title }). Answers in it: { $count }.
    }
filing-still-lacking = Not received yet: { $numbers }

## The coordinator's overview

filings =
    <b>Letters of the bodies</b>
    { $title }
filings-others = The others are shown by the command with a code, for example: /letter VARAM
filing-one =
    { $letter ->
        [none] <b>{ $code }</b>: { $told }
       *[other] <b>{ $code }</b>: { $told }; { $letter }
    }
filing-count-awaited = awaited { $count }
filing-count-received = received { $count }
filing-count-signing = being signed { $count }
filing-count-letter = by letter { $count }
filing-count-skipped = not asked for { $count }
filing-count-missed = not received { $count }
filing-briefly = No. { $number } ({ $on })
filing-body = { $code }

## The letter's file

filing-ready = <b>Draft of the letter: { $code }</b> (making { $turn }). Answers in it: { $count }.
filing-lacking = The letter names as not received: { $lacking }.
filing-next = Adjust its look in Word, have it signed in your own system, then enter the letter’s number and date. If the content is to change, correct the answers and make the letter again.
filing-bad-template = The letter could not be made, as the Word template in the settings cannot be used. A coordinator can take a new one with the command “forumbot letter --new-template”.

filing-doc-file = letter
filing-doc-date = ____.____.________ No. ____________
filing-doc-reference = In reply to ____.____.________ No. ____________
filing-doc-subject = On the implementation of the action plan in { $year }
filing-doc-opening = We submit information on the implementation of the action plan in { $year }. Plan: { $plan }
filing-doc-before = This letter adds to the earlier one: { $on }, No. { $number }.
filing-doc-body = Body: { $name }
filing-doc-lacking = Information not received yet
filing-doc-item = { $number } { $title } – { $code }
filing-doc-signer = (post) ____________________________ (name)
filing-doc-signed = This document is signed with a secure electronic signature and has a time stamp.
filing-doc-prepared = Prepared by: { $who }
filing-doc-mark = Draft: making { $turn }, { $when }

command-vestule = your body’s letter of its answers
    .word = letter
card-filing = Letter

## The words of a message that a letter was sent (“Sent by letter No. 1-12/34, 5 March 2026”)

letter-words-letter = letter|letters
letter-words-small = sent|submitted|signed|by|with|in|the|a|our|official|was|is|has|been|already|we|answers|answer|information|number|no|dated|of|on|from|and
letter-words-beside = attached|enclosed|find|please|see|as|it|here|pdf|attachment|send|sending|submit|submitting|edoc|asice|file|document|electronically
# What tells that a number is another letter's, and what else is numbered (how the word begins).
letter-words-answered = to|your|reply
letter-words-numbered = regulation|order|law|decision|protocol|minutes|project|plan|measure|commitment|contract|annex|tender|article|section|version|round
