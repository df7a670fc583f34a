"""From leaflets and formats to files that are published: only what changed, together or not at all.

::

    edition      the one way from a source file to editions, for all who need one
    index        how files looked when a build was done: most often there is nothing to do
    past         editions in git, in a file, now: opened and compared
    plan         which renditions: each leaflet opened, options put together
    summary      what there is to say of a leaflet: title, edition, formats, sign-off
    program      the code and the libraries that shape a rendition, by digest and version
    key          the digest of everything that shapes it
    sources      the digests of the files that a leaflet is made of
    reasons      why a rendition does not hold, in words
    store        renditions by key: what was made once is kept
    build        one run: leaflets in, published renditions and their outcomes out
    executor     each rendition in a process of its own, so that none can harm another
    preload      importing what they need once, before they start
    render       what happens in it: render to a new file, check it
    publication  the renditions of one leaflet, decided, made, and told what became of each
    publishing   putting them where people find them, all in one step
    folders      where renditions go
    manifest     what was built, from what, with what, checked how, under which key
    states       which renditions are current, behind or failed
    watch        building after each save of a source
    preview      what is being written, in a browser on this computer
    schedule     what has a system build at regular times
    gone         renditions of leaflets and formats that are gone
"""
