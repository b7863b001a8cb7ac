### The page of a round: how a coordinator sees it and what can be done about it.

ws-desk-page = Round: { $title }
ws-desk-report = Report
ws-desk-closed = closed
ws-desk-state =
    { $state ->
        [received] Received
        [signing] Being signed
        [letter] By letter
        [missed] Not received in time
        [skipped] Not asked
       *[awaited] Awaited
    }
ws-desk-unchanged =
    { $since ->
        [none] Unchanged: { $count }.
       *[other] Unchanged { $since }: { $count }.
    }
ws-desk-unreached = Nobody can be written to:
ws-desk-no-lead = Without a lead: { $numbers }
ws-desk-draft = Make the report
ws-desk-draft-hint = The draft as it stands now; beside each sentence stands the answer that it is from.
ws-desk-pack = council's pack
ws-desk-record = The final report and its publication
ws-desk-bodies = Institutions
ws-desk-mark = Mark to be reminded:
ws-desk-told = Our last message { $at }.
ws-desk-heard = Last heard from { $at }.
ws-desk-no-contact = No contact yet.
ws-desk-nobody = There is nobody to ask.
ws-desk-no-way = Nobody can be written to: please telephone, or send a personal link.
ws-desk-held =
    { $why ->
        [month] { $name }: a reminder was held back { $at }, as they have had as many as planned for a month.
       *[year] { $name }: a reminder was held back { $at }, as they have had as many as planned for a year.
    }
ws-desk-until = due { $until }
ws-desk-do = Give more time, enter an answer by telephone
ws-desk-which = Which measures
ws-desk-words = Text
ws-desk-words-hint = The answer as it was said by telephone; or the reason for more time, or for not asking.
ws-desk-choice = Status (of an answer by telephone)
ws-desk-enter = Enter the answer
ws-desk-new-due = New due day
ws-desk-extend = Give more time
ws-desk-skip = Ask no more
ws-desk-remind = Remind
ws-desk-remind-hint =
    { $count ->
        [one] Mark institutions; if you mark none, all that are awaited are reminded ({ $count } person).
       *[other] Mark institutions; if you mark none, all that are awaited are reminded ({ $count } people).
    }
ws-desk-remind-do = Remind
ws-desk-again = Yes, remind them again today
ws-desk-partners = Partners' views
ws-desk-sure = Yes, reveal all views; this cannot be undone
ws-desk-given-on = Date of the minutes
ws-desk-minutes = Number of the minutes
ws-desk-opinion-edit = Correct or take back
ws-desk-opinion = Text of the opinion
ws-desk-opinion-hint = Word for word: so it will stand in the report.
ws-said-nudged = Reminders are on their way; outside the hours they go on the next working morning.
ws-said-extended = The due day was put off; the institution will hear of it.
ws-said-skipped = It is asked no more.
ws-said-entered = The answer was entered in the institution's name; it will hear of it.
ws-said-opined = The opinion is recorded.
ws-said-unopined = The opinion is taken back.
ws-said-revealed = The views are revealed.
ws-error-desk-paused = Messages to members are paused.
ws-error-desk-nobody = There is nobody who could be reminded.
ws-error-desk-again = Some of these people were reminded today already. If they really should be again, mark that and press once more.
ws-error-desk-duty = Mark measures about which an answer is still awaited.
ws-error-desk-one = Mark the one measure that the answer is about.
ws-error-desk-reason = Write the reason.
ws-error-desk-words = Write what the institution said.
ws-error-desk-until = Name a day later than the due day that stands, by half a year at most.
ws-error-desk-given-on = Name the date of the minutes; it cannot lie ahead.
ws-error-desk-minutes = Name the number of the minutes.
ws-error-desk-opinion = Write the text of the opinion.
ws-error-desk-reveal = Mark that you really want to reveal them.
ws-error-desk-hear-not-heard = This round hears no partners any more.
ws-error-desk-hear-spoken = A partner has spoken already, so this can no longer be changed.
ws-error-desk-hear-no-key = There is no key to seal with; the command “forumbot sealing-key” makes one.
ws-error-desk-hear-no-page = The worksheet page is not switched on.
ws-error-desk-hear-revealed = Nothing is sealed in this round.
ws-error-desk-hear-past = That day is past.
ws-error-desk-hear-key-elsewhere = The key that opens them is not here: whoever has it runs the command “forumbot reveal”.
chase-page = The round's page

## The independent reviewer's codes

ws-coding = The independent reviewer's codes
ws-coding-intro = Enter how the independent reviewer (IRM) has coded the completion of the measures. In the report it is the third assessment, beside the institution's and the partner's; the measure's own record is left alone.
ws-coding-source = Document
ws-coding-source-hint = The report that the codes are from; for example IRM Results Report 2019–2021.
ws-coding-none = No code
ws-said-coded = The reviewer's codes are saved.
ws-error-coding-source = Name the document that the codes are from (200 signs at most).
report-coded = The independent reviewer's code: { $completion } ({ $source })
report-column-coded = Independent reviewer's code

## Texts for publication

ws-wording = Texts for publication
ws-wording-intro = The institution’s words stay as they were given. What you write here will stand in the report in their place, marked as edited. It goes to the platform’s column “Publicējamais teksts” and is shown to whoever answered.
ws-wording-none = There are no answers yet.
ws-wording-count =
    { $worded ->
        [one] { $worded } of { $all } answers has an edited text.
       *[other] { $worded } of { $all } answers have an edited text.
    }
ws-wording-version = version { $version }
ws-wording-stale = This text was written for version { $version }, so the report does not have it. If it suits the present one as well, save it again.
ws-wording-write = Write a text for publication
ws-wording-change = Change the text for publication
ws-wording-hint = An empty field means that the report has the institution’s words.
ws-wording-english = Text in English
ws-wording-english-hint = The same in English; the report in English has it.
ws-said-worded = The text is kept; it is being written to the platform and shown to the institution.
ws-said-unworded = The text was taken off; the report will have the institution’s words.
ws-error-wording-since = While you were writing, somebody changed the text: above is what counts now. If yours should stay, save again.
ws-english-hint = The same in English, if you have it: the report in English will have it.
ws-sign-by = To be handed in for signature
