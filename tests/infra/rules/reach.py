"""Rules about who reaches what: ports, subnets, roles. Each takes the parsed templates and asserts."""

import json
import re

from tests.infra.templates import Template, resources

Templates = dict[str, Template]
PRIVATE_PORTS = {5432, 2049, 3000}


def doors(templates: Templates) -> list[dict]:
    """Every rule that lets something in."""
    inline = [
        {**door, "into": name}
        for name, group in resources(templates, "AWS::EC2::SecurityGroup").items()
        for door in group["Properties"].get("SecurityGroupIngress", [])
    ]
    apart = resources(templates, "AWS::EC2::SecurityGroupIngress")
    return inline + [{**door["Properties"], "into": name} for name, door in apart.items()]


def only_web_ports_are_open_to_anyone(templates: Templates) -> None:
    public = {
        (d["IpProtocol"], d["FromPort"], d["ToPort"]) for d in doors(templates) if "SourceSecurityGroupId" not in d
    }
    assert public == {("tcp", 80, 80), ("tcp", 443, 443)}


def port_22_is_shut(templates: Templates) -> None:
    for door in doors(templates):
        assert door["IpProtocol"] == "tcp", door
        assert not door["FromPort"] <= 22 <= door["ToPort"], door
    assert "KeyName" not in json.dumps(templates)


def the_database_hears_servers_alone(templates: Templates) -> None:
    callers = {
        json.dumps(d.get("SourceSecurityGroupId")) for d in doors(templates) if d["FromPort"] <= 5432 <= d["ToPort"]
    }
    assert callers == {'{"Fn::GetAtt": ["WebGroup", "GroupId"]}', '{"Fn::GetAtt": ["MachineGroup", "GroupId"]}'}
    for door in doors(templates):
        if door["FromPort"] in PRIVATE_PORTS:
            assert "SourceSecurityGroupId" in door, door
            assert "CidrIp" not in door, door


def the_database_has_its_group_and_subnets(templates: Templates) -> None:
    network = templates["network"]["Resources"]
    exports = {key: output["Value"] for key, output in templates["network"]["Outputs"].items()}
    assert exports["DatabaseGroup"] == {"Fn::GetAtt": ["DatabaseGroup", "GroupId"]}
    assert exports["PrivateSubnets"] == {"Fn::Join": [",", [{"Ref": "PrivateSubnetA"}, {"Ref": "PrivateSubnetB"}]]}
    zones = {json.dumps(network[f"PrivateSubnet{x}"]["Properties"]["AvailabilityZone"]) for x in "AB"}
    assert len(zones) == 2
    for name, database in resources(templates, "AWS::RDS::DBInstance").items():
        groups = database["Properties"]["VPCSecurityGroups"]
        assert groups == [{"Fn::ImportValue": {"Fn::Sub": "${Name}-network-DatabaseGroup"}}], name
    subnets = templates["data"]["Resources"]["DatabaseSubnets"]["Properties"]["SubnetIds"]
    assert "network-PrivateSubnets" in json.dumps(subnets)


def private_subnets_have_no_way_out(templates: Templates) -> None:
    network = templates["network"]["Resources"]
    for letter in "AB":
        subnet = network[f"PrivateSubnet{letter}"]["Properties"]
        assert not subnet.get("MapPublicIpOnLaunch")
        table = network[f"PrivateSubnet{letter}Routes"]["Properties"]["RouteTableId"]
        assert table == {"Ref": "PrivateRoutes"}
    for name, route in resources(templates, "AWS::EC2::Route").items():
        assert route["Properties"]["RouteTableId"] == {"Ref": "PublicRoutes"}, name


def databases_are_not_public(templates: Templates) -> None:
    for name, database in resources(templates, "AWS::RDS::DBInstance").items():
        assert database["Properties"]["PubliclyAccessible"] is False, name


def containers_cannot_reach_the_machines_credentials(templates: Templates) -> None:
    machines = resources(templates, "AWS::EC2::LaunchTemplate")
    assert machines
    for name, machine in machines.items():
        options = machine["Properties"]["LaunchTemplateData"]["MetadataOptions"]
        assert (options["HttpTokens"], options["HttpPutResponseHopLimit"]) == ("required", 1), name


def the_fleet_speaks_tls(templates: Templates) -> None:
    listeners = resources(templates, "AWS::ElasticLoadBalancingV2::Listener")
    for name, listener in listeners.items():
        properties = listener["Properties"]
        if properties["Protocol"] == "HTTPS":
            assert "TLS13" in properties["SslPolicy"], name
        else:
            assert properties["DefaultActions"][0]["RedirectConfig"]["Protocol"] == "HTTPS", name


def github_may_release_and_nothing_else(templates: Templates) -> None:
    role = templates["releases"]["Resources"]["DeployRole"]["Properties"]
    (trust,) = role["AssumeRolePolicyDocument"]["Statement"]
    claims = trust["Condition"]
    assert claims.keys() == {"StringEquals"}  # StringLike would take wildcards
    issuer = "token.actions.githubusercontent.com"
    assert claims["StringEquals"][f"{issuer}:aud"] == "sts.amazonaws.com"
    assert claims["StringEquals"][f"{issuer}:sub"] == [
        {"Fn::Sub": f"repo:${{Repository}}:environment:{environment}"} for environment in ("production", "rollback")
    ]
    assert "*" not in templates["releases"]["Parameters"]["Repository"]["AllowedPattern"].replace("]*", "")
    assert "ManagedPolicyArns" not in role
    statements = role["Policies"][0]["PolicyDocument"]["Statement"]
    send = [s for s in statements if s["Action"] == "ssm:SendCommand"]
    rest = [s for s in statements if s not in send]
    assert [s["Action"] for s in rest] == [["ssm:GetCommandInvocation", "ssm:ListCommandInvocations"]]
    document, machine = send
    assert document["Resource"]["Fn::Sub"].endswith(":document/${Release}")
    assert machine["Condition"] == {"StringEquals": {"ssm:resourceTag/Name": {"Ref": "Name"}}}


def a_release_is_an_image_and_no_command(templates: Templates) -> None:
    content = templates["releases"]["Resources"]["Release"]["Properties"]["Content"]
    pattern = re.compile(content["parameters"]["Image"]["allowedPattern"])
    assert pattern.search("ghcr.io/owner/tableorder@sha256:" + "a" * 64)
    for bad in ("ghcr.io/owner/tableorder:latest", "x'; reboot; '", "$(reboot)/x@sha256:" + "a" * 64):
        assert not pattern.search(bad), bad
    assert content["parameters"]["Action"]["allowedValues"] == ["deploy", "rollback", "refresh", "status"]


def machines_read_their_own_settings_alone(templates: Templates) -> None:
    roles = {name: role for name, role in resources(templates, "AWS::IAM::Role").items() if "MachineRole" in name}
    assert len(roles) == 2
    for name, role in roles.items():
        statements = {s["Sid"]: s for s in role["Properties"]["Policies"][0]["PolicyDocument"]["Statement"]}
        assert statements["ReadItsSettings"]["Resource"]["Fn::Sub"].endswith(":parameter/${Name}/*"), name
        assert statements["NobodyElsesSettings"]["Effect"] == "Deny", name
        assert statements["NobodyElsesSettings"]["NotResource"] == statements["ReadItsSettings"]["Resource"], name


def nobody_may_do_everything(templates: Templates) -> None:
    harmless = {
        "ec2:DescribeVolumes",
        "cloudwatch:PutMetricData",
        "ssm:GetCommandInvocation",
        "ssm:ListCommandInvocations",
    }
    for name, role in resources(templates, "AWS::IAM::Role").items():
        for policy in role["Properties"].get("Policies", []):
            for statement in policy["PolicyDocument"]["Statement"]:
                actions = statement["Action"] if isinstance(statement["Action"], list) else [statement["Action"]]
                assert not any(action.endswith("*") for action in actions), name
                if statement.get("Resource") == "*":
                    assert set(actions) <= harmless, (name, actions)
