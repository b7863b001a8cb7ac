### Alarms for coordinators: what has stopped working, and what to do.

alarm =
    { $trouble ->
        [replies] <b>Members' answers are not coming in just now.</b> Telegram last answered { $since }. It keeps messages for a day, so please tell whoever looks after the system today.
        [refused] <b>Telegram has not let us in</b> since { $since }: the bot's token was changed, or somebody else is using it. Please tell whoever looks after the system.
        [taken] <b>Members' messages in Telegram go to another system just now</b>{ $where ->
            [none] {""}
           *[other] {" "}({ $where })
        }. It uses the same bot's token; most likely it is the former system. Every ten minutes we try to get them back, but since { $since } it has taken them again. Please tell whoever looks after the system today: the other system must be switched off, or the bot's token changed. What is written meanwhile may not reach us.
        [post] <b>Members' e-mails are not coming in just now.</b> The mailbox last answered { $since }. E-mails are not lost there; they will be read as soon as it can be reached. Please tell whoever runs the system.
        [post_refused] <b>The forum's mailbox has not let us in</b> since { $since }: its password was changed, or reading by IMAP was switched off. Please tell whoever runs the system.
        [sending] <b>E-mails cannot be sent just now.</b> The mail server last let us in { $since }. Nothing is lost: e-mails wait, and will go out once the server is back. Please tell whoever looks after the system: the server is down, or its password was changed.
        [site] <b>The site cannot be read.</b> It last could { $since }. Answers are received and kept, and will be written once the site is back. Please tell whoever looks after the system.
        [backup] <b>The backup is too old.</b> The last one was made { $since }. Please tell whoever looks after the system: the backups' folder and the room on the disk need a look.
        [certificate] <b>The certificate by which we reach the site ends soon</b>: { $since }. After that the site cannot be reached. Please tell whoever looks after the system: a new one must be uploaded in time.
       *[clock] <b>The server's clock is wrong</b>, so due days and links may be too. Please tell whoever looks after the system.
    }
alarm-care = In charge of it: { $care }
alarm-over =
    { $trouble ->
        [replies] Members' answers are coming in again.
        [refused] Telegram lets us in again.
        [taken] Members' messages in Telegram come to us again. Where an answer was not confirmed, please ask the member to send it once more.
        [post] Members' e-mails are coming in again.
        [post_refused] The forum's mailbox lets us in again.
        [sending] E-mails can be sent again; what waited goes out now.
        [site] The site can be read again.
        [backup] Backups are being made again.
        [certificate] The site's certificate was renewed.
       *[clock] The server's clock is right again.
    }
