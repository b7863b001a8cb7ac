### The worksheet page: all that a member sees and does in a browser, without an account.

ws-title = Worksheet
ws-skip = Skip to the content
ws-menu = Pages
ws-settings = Settings
ws-data = Data about me
ws-switch = Language
ws-personal = This page is personal. Please do not pass its link on. The last day on which the link works: { $until }.
ws-page-of = { $page } – { $title }
ws-failed-title = Error: { $page }
ws-back = To the worksheet
ws-required = (required)
ws-optional = (optional)

## Start

ws-intro = You answer for all of these. You can answer here, without an account or a password; what you write is a draft until your institution has signed it off.
ws-open = Awaiting your answer
ws-none-open = Nothing is awaited from you at the moment. We will write when there is a new deadline.
ws-answered = Answered already
ws-of-body = Other measures of your institution
ws-of-body-hint = We ask your colleagues about these, but you can answer as well.
ws-body = Institution
ws-answer = Answer
ws-look = Look at it or correct it
ws-answer-about = – { $number }
ws-last-word = On record: { $completion }
ws-not-answered = Not answered yet

## A measure

ws-due = Deadline
ws-basis = Basis
ws-plan-due = To be done by, as the plan says
ws-result = Expected result
ws-closed = This reporting period is closed, so nothing can be changed any more. If a correction matters, please write to the coordinator.
ws-skipped = The coordinator no longer awaits this answer. Reason: { $reason }
ws-your-answer = The answer on record
ws-status = Status
ws-no-status = not given; what was on record before stays
ws-done = Done
ws-obstacles = Obstacles
ws-next-step = Next step
ws-why-nothing = Nothing to report, because
ws-version = Version { $version }, { $when }. Answered by: { $name }.
ws-written = Written to the site.
ws-waits = Kept; it is being written to the site. There is nothing more for you to do.
ws-refused = Kept. It could not be written to the site; the coordinator knows. There is nothing more for you to do.
ws-draft = Received (draft): not signed by your institution yet, not public.
ws-filed = The signed letter holds version { $version }: { $on }, No. { $number }. A new correction changes nothing of the letter.
ws-public = Text for publication
ws-public-hint = Edited by the coordinator (of version { $version }, { $when }); the report will have it. Your words are not changed.
ws-is-internal = A restricted answer: its text can be seen on this page alone.
ws-is-unchanged = Unchanged.
ws-withdraw = Take the answer back…
ws-withdraw-hint = What the site said before will be put back, and this question will be asked again. The answer stays in the history.
ws-withdraw-yes = Take it back


ws-record = Last record
ws-record-since = Last record ({ $on })
ws-unchanged-mandatory = If nothing has changed, the report will say:
ws-unchanged-voluntary = If nothing has changed, you can keep this:
ws-unchanged-why = What keeps it from being started?
ws-unchanged-why-hint = The record says that nothing was started. A reader of the report wants to know why.
ws-unchanged-submit = Unchanged – submit it like this
ws-unchanged-keep = Unchanged

ws-new-answer = Your answer
ws-change-answer = Correct the answer
ws-day-off = ({ $given } is a day off)
ws-sheet-lead = Lead institution
ws-sheet-co-lead = Supporting institutions
ws-sheet-contact = Contact person
ws-words-hint =
    { $kind ->
        [comments] What you object to, or would add to the draft.
       *[filling] What must be corrected or added: roles, milestones, dates, exactly as they should be.
    }
ws-error-say = Please write what must be corrected or added.
ws-choice-nothing = Nothing to report
ws-choice-nothing-about = What is on record stays. Please say under “Obstacles” why there is nothing to report.
ws-done-label = What was done
ws-done-hint = In a few sentences: what was done, and where one can see it. The report uses this text.
ws-obstacles-label = Obstacles
ws-obstacles-hint = What stood in the way of doing more. Required if nothing was started or there is nothing to report.
ws-next-label = Next step
ws-next-hint = What happens next, and when.
ws-internal-label = The answer holds restricted information
ws-internal-hint = Then the text stays on this page alone, for those who answer for your institution: it is shown in no chat, mail or report, and only the status is written to the site. The evidence stays here, too.
ws-submit = Submit the answer
ws-submit-change = Submit the correction

## What the statuses mean

ws-means-not-started = No work has begun.
ws-means-limited = Something was done, but most of the work is still ahead.
ws-means-substantial = Most of the work is done, but not all of it.
ws-means-complete = All that was to be done is done.
ws-means-no-evidence = There is nothing to tell from how far it has come. That is not the same as “Not started”.

## Evidence

ws-evidence = Evidence
ws-evidence-hint = A link, a picture or a file (up to { $most } MB) that shows what was done. Kept with the answer; not public.
ws-evidence-none = None yet.
ws-evidence-link = Link
ws-evidence-link-hint = Begins with https://
ws-evidence-file = File
ws-evidence-add = Add evidence
ws-evidence-dead = This link opens no more; please add another.
ws-evidence-drop = Remove
ws-evidence-drop-what = : { $name }
ws-evidence-picture = picture

## Help

ws-help = If you are not answering now
ws-help-hint = We will tell the coordinator and not remind you of it for three working days. You can answer at any time.
ws-help-why = What keeps you from answering?
ws-help-data = Data are missing
ws-help-sign-off = Not signed off in the institution
ws-help-extension = More time is needed
ws-help-not-mine = I am not in charge of this
ws-help-not-mine-about = Please say below who is now: name and e-mail.
ws-help-extension-about = Please say below until which day, and why; the coordinator decides.
ws-help-letter = The answer was sent by letter
ws-help-letter-about = Please give the date or number of the letter below; then we will not remind you of it again.
ws-help-until = Until which day
ws-help-until-hint = Only if more time is needed. The deadline now: { $due }
ws-help-other = Another reason
ws-help-words = Explanation
ws-help-words-hint = What the coordinator should know.
ws-help-send = Pass it to the coordinator
ws-help-reason = { $trouble ->
    [data] Data are missing.
    [sign_off] Not signed off in the institution.
    [not_mine] You are not in charge of it.
    [extension] More time is needed.
   *[other] Another reason.
}
ws-help-standing = Passed to the coordinator: { $reason }

## Settings

ws-settings-intro = These settings are about what we write unasked. What you write is answered at once. They change no deadline; if none of your days is left before it, we remind you on another working day.
ws-set-language = Language
ws-set-channel = Where to write to you
ws-set-channel-email = By e-mail
ws-set-channel-telegram = In Telegram
ws-set-channel-no-chat = If you want us to write in Telegram, ask the coordinator for a link.
ws-set-hours = Which part of the day ({ $hours })
ws-set-hours-all = All day
ws-set-hours-morning = In the morning
ws-set-hours-afternoon = In the afternoon
ws-set-days = On which days
ws-save = Save

## Data

ws-data-intro = This is all that is kept about you. The address of a chat is never written to the site nor shown to anybody.
ws-data-roster = Row in the forum's list
ws-data-roster-hint = The coordinator keeps it on the site. If something is wrong, please write to the coordinator.
ws-data-name = Name
ws-data-post = Post
ws-data-email = E-mail
ws-data-phone = Telephone
ws-data-chats = Ways to reach you
ws-data-no-chats = No chat has joined.
ws-data-chat-since = { $channel }, { $since }
ws-data-heard =
    { $messages ->
        [one] { $messages } message or press of yours is kept as it came.
       *[other] { $messages } messages and presses of yours are kept as they came.
    }
ws-data-answers = Answers on behalf of the institution
ws-data-no-answers = None yet.
ws-data-answer = { $number } – { $when }, version { $version }
ws-data-download = Download my data
ws-data-file = my-data.json
ws-forget = Delete my data
ws-forget-hint = We will delete the ways to reach you, all messages, settings and what was begun, also what you wrote when asking for help; we will not write to you any more, and all personal links, this one too, stop working. Answers given on behalf of the institution, with their evidence, and the row in the forum's list stay: they belong to the institution and the coordinator.
ws-forget-sure = Yes, delete; this cannot be undone
ws-forget-do = Delete
ws-forgotten = Deleted
ws-forgotten-text = The ways to reach you and the messages are no longer kept, and this link no longer works. We will not write to you any more; you can begin again with a link from the coordinator.

## What was done

ws-said-answered = Thank you! The answer was received and is kept.
ws-said-unchanged = Thank you! It is recorded that nothing has changed.
ws-said-withdrawn = The answer was taken back.
ws-said-attached = The evidence was added.
ws-said-dropped = The evidence was removed.
ws-said-helped = Passed to the coordinator.
ws-said-lettered = Thank you! The letter is noted; we will not remind you of it again.
ws-said-saved = The settings are saved.
ws-said-already = That is done already; nothing was changed.
ws-error-too-many = This answer already has { $most } pieces of evidence; no more can be added here. Please put the others into the site's library “Pierādījumi”.
ws-said-next = Still awaited: { $number }
ws-said-all = Nothing else is awaited.
ws-said-colleague = Somebody had answered before you: { $name }. Your answer counts now; the earlier one is kept:

## Errors

ws-wrong = Please check
ws-error-choice = Choose how far it had come.
ws-error-done = Say what was done.
ws-error-obstacles = Say why: what stood in the way.
ws-error-changed = The record was changed on the site while the page was open. Please read it again.
ws-error-why = Say what keeps it from being started.
ws-error-long = The site has no room for this text (more than { $most } signs). Please shorten it.
ws-error-trouble = Choose what keeps you from answering.
ws-error-words = Say what keeps you from answering.
ws-error-letter = Give the date or number of the letter.
ws-error-until = Give the day until which you need time.
ws-error-until-early = The new deadline has to be later than the one there is: { $due }.
ws-error-until-far = A deadline can be put off by half a year at most; it is now: { $due }.
ws-error-nothing-given = Give a link or choose a file.
ws-error-link = A link has to begin with https:// or http:// and hold no spaces.
ws-error-long-link = The site has no room for this link: it is longer than { $most } signs.
ws-error-large = The file is larger than { $most } MB. Please put it into the site's library “Pierādījumi” or give a link.
ws-error-empty = This file is empty.
ws-error-day = One day has to stay.
ws-error-sure = Tick that you really want to delete.
ws-error-chosen = Choose one of those offered.

## Where the page cannot be shown

ws-gone-title = This link no longer works
ws-gone = A new one can be sent to the e-mail address in the forum's list.
ws-gone-send = Send a new link
ws-sent-title = Thank you
ws-sent = If the forum's list has an e-mail address of yours, a new link is on its way there. If it has not come within a few minutes, please write to the coordinator.
ws-unknown-title = This link is not valid
ws-unknown = Please check whether the address is complete: mail programs sometimes break long links. If that does not help, ask the coordinator for a new one.
ws-missing-title = There is no such page
ws-missing = Somebody else answers for this now, or nothing is to be reported about it any more. If that is wrong, please write to the coordinator.
ws-trouble-title = This cannot be saved at the moment
ws-trouble = The system cannot be reached at the moment. Your text is not lost: it stands below. Please try again in a while.
ws-trouble-read = The system cannot be reached at the moment. Please try again in a while.
ws-trouble-again = Try again
ws-foreign-title = This was not accepted
ws-foreign = This request did not come from the worksheet page, so nothing was changed. Please open the link in the message and try again.
ws-large-title = This is too large
ws-large = More was sent than can be received here, so nothing was changed.

ws-files = The worksheet as a file
ws-files-hint = If you prefer, download the worksheet, fill it in, and send it in reply to any mail of ours.
ws-file-word = Download as Word
ws-file-excel = Download as Excel

## A body's letter, and the report

ws-filing-title = Letter: { $name }
ws-filing-letters = Your body’s letter
ws-filing-letters-hint = Of the answers received we draft a letter to be signed in your body.
ws-filing-awaited = Answers still awaited: { $awaited } of { $count }.
ws-filing-signed =
    { $late ->
        [yes] Letter received after the round was closed: { $on }, No. { $number }.
       *[no] Letter signed: { $on }, No. { $number }. Its text is fixed.
    }
ws-filing-changed = Changed since the letter was made: { $numbers }. Letter and report keep what was signed.
ws-filing-holds = What is submitted
ws-filing-state =
    { $state ->
        [awaited] awaited
        [received] received (draft)
        [signing] being signed
        [letter] by letter
        [skipped] not asked for
       *[missed] not received
    }
ws-filing-file = Draft of the letter
ws-filing-made = Made { $when } (making { $turn }).
ws-filing-download = Download .docx
ws-filing-again = Make it again
ws-filing-make-hint = The letter will hold all that was answered so far, and name who has not answered.
ws-filing-number-hint = Once the letter is signed in your own system, enter its number and date. From then on its text is fixed.
ws-filing-late-hint = The round is closed. An official letter is still recorded, as received after that: enter its number and date.
ws-filing-reopen-hint = A number that was entered by mistake can be taken out; then the letter is being signed again.
ws-filing-number = Number of the letter
ws-filing-date = Date of the letter
ws-said-filing-made = The letter is drafted; you can download it.
ws-said-filing-signed = Number and date of the letter are recorded.
ws-said-filing-reopened = Number and date of the letter are taken out; it is being signed again.
ws-error-filing-empty = There is no answer that is not in a signed letter, so no letter can be made.
ws-error-filing-number = Enter the number of the letter.
ws-error-filing-date = Enter the date of the letter.
ws-error-filing-future = The date of a letter cannot lie ahead.
ws-template-title = The letter could not be made
ws-template = The Word template in the settings cannot be used. Please write to the coordinator.

ws-record-reports = Reports
ws-record-counts = { $received } of { $wanted } answers received.
ws-record-draft = The report as it stands now
ws-record-final = The finished report
ws-record-file = File
ws-record-taken = Brought
ws-record-changed = Answers changed since: { $numbers }. The finished report stays as it is.
ws-record-same = Nothing has changed since.
ws-record-bring = Bring the finished report
ws-record-another = Bring a corrected finished report
ws-record-hint = The file as it was or will be published. It is kept with its checksum; later answers do not change it.
ws-record-keep = Keep it
ws-record-places = Where it was published
ws-record-tick = Tick as published
ws-record-undo = Undo
ws-record-done = published { $when }, { $by }
ws-record-elsewhere = Another place
ws-said-record-taken = The finished report is kept.
ws-said-record-marked = Ticked.
ws-error-record-none = Choose a file that is not empty.
ws-error-record-large = The file is larger than { $most } MB and cannot be taken here.
ws-error-record-place = Say where the report was published.
ws-measure-paper = The worksheet with its whole history:
ws-beside = Answers of the other bodies
ws-beside-hint = The lead body’s answer sets the completion; the report has the others beside it.
ws-beside-lead = (lead body)
