"""Real validators behind one shape: a path in, what it complains of out.

The Java ones run in one virtual machine inside the test process (`jvm`): as processes of
their own they would take 8 s a file instead of 0.3 s.
"""
