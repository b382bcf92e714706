// A conformance of a public type is as public as the type.
public import ArgumentParser
public import Examples

extension Cell: ExpressibleByArgument {}
