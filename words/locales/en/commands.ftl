### Commands: what each does, and by which word it is given in this language.

help = Answer a reminder with a button or one message.
    .mail = Answer a reminder by replying to it.
help-commands = <b>Commands</b>
help-command = /{ $word } – { $what }

command-gaidam = who is still awaited
    .word = awaited
command-plans = the state of the plan in a picture
    .word = plan
command-sanaksme = a new meeting
    .word = meeting
command-sanaksmes = meetings to come
    .word = meetings
command-uzaicinat = a personal link to join with
    .word = invite
command-sakums = the forum in brief and the forecast of messages
    .word = overview
command-ogp = OGP's dates
    .word = ogp
command-pauze = pause or resume messages to members
    .word = pause
command-iestatijumi = language, hours and days for messages to you
    .word = settings
command-privatums = what is kept about you
    .word = privacy
