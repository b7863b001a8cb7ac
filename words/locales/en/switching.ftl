### Switching the forum on, the forecast of messages, pausing and resuming.

count-institutions =
    { $count ->
        [one] { $count } institution
       *[other] { $count } institutions
    }
count-measures =
    { $count ->
        [one] { $count } measure
       *[other] { $count } measures
    }
count-persons =
    { $count ->
        [one] { $count } person
       *[other] { $count } persons
    }
count-messages =
    { $count ->
        [one] { $count } message
       *[other] { $count } messages
    }
count-people =
    { $count ->
        [one] to { $count } person
       *[other] to { $count } people
    }

first-minutes =
    <b>The forum in brief</b>
    On the platform: { $institutions }, { $measures }, { $persons }.
first-gaps =
    { $count ->
        [one] <b>{ $count } place must be put right</b>
       *[other] <b>{ $count } places must be put right</b>
    }
first-no-gaps = Nothing in the lists must be put right.
first-more =
    { $count ->
        [one] And { $count } more place.
       *[other] And { $count } more places.
    }
first-care = <b>Who sees to what</b>
first-care-line =
    { $care ->
        [server] Server: { $who }
        [site] Site: { $who }
        [certificate] Certificate: { $who }
        [mailbox] Mailbox: { $who }
       *[bot] Bot: { $who }
    }
never-on = Nothing is sent to members for now: messages are not switched on yet. You can switch them on here: /overview
switch-on = Switch on
switch-later-button = Later
switch-later = All right. Until messages are switched on nothing is sent to members; they can join and answer. When you want to switch them on: /overview

forecast-show = Show the forecast
forecast-none = Forecast for 12 months: no message, because no reporting deadline is near and no meeting is planned.
forecast-sum = <b>Forecast for 12 months, if nobody answers:</b> { $messages } { $people }.
forecast-first = The first: { $on }.
forecast-busiest = The most: { date-month } { $year } – { $count }.
forecast-most = To one person at most: { $count }.
forecast-unreached = Of them, who cannot be reached: { $count }.
forecast-days = <b>Day by day</b>
forecast-day = { $on }: { $count }
forecast-meetings =
    { $open ->
        [0] Of them about meetings: { $count }.
        [one] Of them about meetings: { $count } ({ $open } only once you say yes).
       *[other] Of them about meetings: { $count } ({ $open } only once you say yes).
    }
forecast-budget =
    { $count ->
        [0] Nobody gets more than planned: { forecast-limits }.
        [one] <b>Too many:</b> { $count } person gets more than planned ({ forecast-limits }).
       *[other] <b>Too many:</b> { $count } people get more than planned ({ forecast-limits }).
    }
forecast-held =
    { $count ->
        [one] So as not to write too often, { $count } message is held back; the next reminder says what it would have said.
       *[other] So as not to write too often, { $count } messages are held back; the next reminder says what they would have said.
    }
forecast-limits = at most { $budget } a year, and outside the reporting rounds { $monthly } a month
forecast-people = <b>For each</b>
forecast-person = – { $name }: { $count }
forecast-over = – { $name }: { $count } – <b>too many</b>
forecast-others =
    { $count ->
        [one] And { $count } more person, with no more than that.
       *[other] And { $count } more persons, each with no more than that.
    }

pause-ask =
    <b>Pause all messages to members?</b>
    We will send no reminders and notices until you resume. Answers are taken and the platform is read as usual.
pause-yes = Pause
pause-no = Cancel
pause-not = Nothing was changed: messages to members are sent as usual.
pause-resume = Resume
paused-since = <b>Messages to members have been paused { $on }.</b> You can resume here: /pause
paused-rest = Answers are taken and the platform is read as usual.
paused-would = If you resumed now, the first messages would go { $on }: { $messages }.
paused-nothing = No message is waiting now.
resumed = <b>Messages to members are switched on.</b>
resumed-will = To be sent { $at }: { $messages } { $people }.
resumed-nothing = There is nothing to send now; we will remind of the next deadline in time.
paused-by = All messages to members have been paused. You can resume here: /pause Paused by: { $name }
resumed-by = Messages to members are switched on again. Switched on by: { $name }

restored =
    <b>The forum was restored from a backup made { $at }.</b>
    What was received and sent after that is not known here. The lists of the site will be read anew.
restored-doubt =
    { $count ->
        [one] It is not known of { $count } message whether it was sent already; it will not be sent by itself.
       *[other] It is not known of { $count } messages whether they were sent already; they will not be sent by themselves.
    }
restored-silent = Nothing is sent to members until you resume messages.

switch-by-command = It can be switched on at the server with the command <code>forumbot resume</code> and your name as it is in the roster. Please hand this mail on to whoever looks after the system.
switch-page-ask = The first messages will go to members in the next office hours, as the mail said. You can pause them at any time.
    Until you press the button, nothing is sent.
    .title = Switch messages to members on?
switch-page-on = Members will be written to in office hours. You may close this page.
    .title = Messages to members are on
switch-page-unknown = This link is no longer good. Nothing was changed. The next mail will bring a new one.
    .title = The link is not good
