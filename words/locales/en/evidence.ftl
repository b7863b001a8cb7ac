### Evidence: links, pictures and files beside an answer.

evidence-kept =
    <b>{ $count ->
        [one] The evidence is kept.
       *[other] The pieces of evidence are kept.
    }</b> { $noun ->
        [recommendation] {""}
       *[measure] Measure{" "}
    }{ $number }{ $of }
evidence-picture = – a picture, { $size }
evidence-file =
    { $kind ->
        [audio] – recording “{ $name }”, { $size }
        [video] – video “{ $name }”, { $size }
       *[file] – file “{ $name }”, { $size }
    }
evidence-spoken = We keep the recording as a file, but do not listen to it. If it is your answer, please write it in words too.
evidence-link = – a link: { $link }
evidence-private = It is kept with your answer and is not public.
evidence-add = Add evidence
evidence-drop = Take back
    .number = Take back: { $number }
evidence-dropped = Taken back. This piece is no longer attached to the answer.
evidence-lost = The file for { noun-nom }{ $number }{ $of } could not be had from Telegram. Please send it again.
evidence-too-large = The file is larger than { $most } MB, and Telegram does not hand it out to us. Please put it into the platform’s library “Pierādījumi”, or send a link.
evidence-too-many = There are { $most } pieces of evidence with this answer already; no more can be added here. Please put the others into the platform’s library “Pierādījumi”.
evidence-nowhere = Thank you! Nothing is awaited from you just now, so the file was not kept.
evidence-no-link = There is no link here. Please send a link that begins with https://, a picture or a file.
evidence-long-link = This link does not fit into the platform: it is longer than 255 signs. Please send a shorter one.
ask-evidence = Received. What is it about?
ask-piece =
    <b>{ $number }{ $of }</b> { $title }

    Send a link, a picture, a video, a voice message or a file (20 MB at most) that shows what was done. Please do not send restricted information here.
size-kilobytes = { $count } KB
size-megabytes = { $count } MB
