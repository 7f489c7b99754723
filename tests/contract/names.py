#!/usr/bin/env python3
"""Writes names.json: the endpoints of the contract and the options of a create request, by name.

  names.py docker-engine-api-v1.51.yaml        (Docker's swagger file of that version; needs python3-yaml)

The file is not part of this project; its names are, so that apitable.py can tell whether docs/api.md has them all.
"""

import json
import os
import sys

# Where a create request's options stand in the contract, and what their names begin with in docs/api.md.
OBJECTS = (("ContainerConfig", ""), ("HealthConfig", "Healthcheck."), ("HostConfig", "HostConfig."),
           ("RestartPolicy", "HostConfig.RestartPolicy."), ("Mount", "HostConfig.Mounts[]."),
           ("EndpointSettings", "NetworkingConfig.EndpointsConfig."))
# Fields of an endpoint that an answer has, and a request does not.
ANSWERS = {"NetworkID", "EndpointID", "Gateway", "IPAddress", "IPPrefixLen", "IPv6Gateway", "GlobalIPv6Address",
           "GlobalIPv6PrefixLen", "DNSNames"}


def properties(document, name):
    schema = document["definitions"][name]
    names = []
    for part in schema.get("allOf", []) + [schema]:
        if "$ref" in part:
            names += properties(document, part["$ref"].rsplit("/", 1)[1])
        for field, inner in part.get("properties", {}).items():
            names.append(field)
            if name == "Mount" and "properties" in inner:
                names += [field + "." + deeper for deeper in inner["properties"]]
    return names


def main():
    import yaml
    with open(sys.argv[1]) as file:
        document = yaml.safe_load(file)
    endpoints = [method.upper() + " " + path for path, methods in document["paths"].items() for method in methods
                 if method in ("get", "head", "post", "put", "delete")]
    options = [prefix + name for schema, prefix in OBJECTS for name in properties(document, schema)
               if not (schema == "EndpointSettings" and name in ANSWERS)]
    options += ["HostConfig.LogConfig.Type", "HostConfig.LogConfig.Config"]
    parameters = [parameter["name"] for parameter in document["paths"]["/containers/create"]["post"]["parameters"]
                  if parameter["in"] == "query"]
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "names.json"), "w") as file:
        json.dump({"version": document["info"]["version"], "endpoints": endpoints,
                   "options": ["?" + name for name in parameters] + options}, file, indent=1)
        file.write("\n")


if __name__ == "__main__":
    main()
