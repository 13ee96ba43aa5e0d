"""The rules: each takes the parsed templates and complains by an assertion."""

import json
import re
from collections.abc import Callable

from tests.infra.templates import Template, resources

Templates = dict[str, Template]
Rule = Callable[[Templates], None]
ANYWHERE = {"0.0.0.0/0", "::/0"}
PRIVATE_PORTS = {5432, 2049, 3000}
KEEPS = {"Snapshot", "Retain"}


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


def everything_stored_is_encrypted(templates: Templates) -> None:
    for name, database in resources(templates, "AWS::RDS::DBInstance").items():
        assert (
            database["Properties"].get("StorageEncrypted") is True
            or "SourceDBInstanceIdentifier" in database["Properties"]
        ), name
    for name, store in resources(templates, "AWS::EC2::Volume", "AWS::EFS::FileSystem").items():
        assert store["Properties"]["Encrypted"] is True, name
    for name, machine in resources(templates, "AWS::EC2::LaunchTemplate").items():
        for disk in machine["Properties"]["LaunchTemplateData"]["BlockDeviceMappings"]:
            assert disk["Ebs"]["Encrypted"] is True, name


def the_database_takes_tls_alone(templates: Templates) -> None:
    parameters = templates["data"]["Resources"]["DatabaseParameters"]["Properties"]["Parameters"]
    assert parameters["rds.force_ssl"] == "1"
    assert templates["data"]["Resources"]["TlsSetting"]["Properties"]["Value"] == "require"


def two_colours_fit_the_database(templates: Templates) -> None:
    parameters = templates["data"]["Resources"]["DatabaseParameters"]["Properties"]["Parameters"]
    assert parameters["max_connections"] == {"Ref": "MaxConnections"}
    connections = templates["data"]["Parameters"]["MaxConnections"]
    assert 24 + 10 < connections["MinValue"] <= connections["Default"] <= 80


def data_outlives_its_stack(templates: Templates) -> None:
    for name, store in resources(templates, "AWS::RDS::DBInstance", "AWS::EC2::Volume", "AWS::EFS::FileSystem").items():
        if "SourceDBInstanceIdentifier" in store["Properties"]:
            continue  # a copy
        assert {store["DeletionPolicy"], store["UpdateReplacePolicy"]} <= KEEPS, name


def the_database_can_go_back_seven_days(templates: Templates) -> None:
    database = templates["data"]["Resources"]["Database"]["Properties"]
    days = templates["data"]["Parameters"]["BackupDays"]
    assert database["BackupRetentionPeriod"] == {"Ref": "BackupDays"}
    assert days["Default"] >= 7
    assert days["MinValue"] >= 7
    assert database["DeletionProtection"] == {"Ref": "DeletionProtection"}
    assert templates["data"]["Parameters"]["DeletionProtection"]["Default"] == "true"


def nothing_replaces_the_database_by_itself(templates: Templates) -> None:
    database = templates["data"]["Resources"]["Database"]["Properties"]
    # Each of these, changed later, would make AWS build a new database.
    assert not {"AvailabilityZone", "DBInstanceIdentifier", "DBSnapshotIdentifier", "KmsKeyId"} & database.keys()
    assert database["AutoMinorVersionUpgrade"] is False
    assert re.fullmatch(r"16\.\d+", templates["data"]["Parameters"]["DatabaseVersion"]["Default"])


def containers_cannot_reach_the_machines_credentials(templates: Templates) -> None:
    machines = resources(templates, "AWS::EC2::LaunchTemplate")
    assert machines
    for name, machine in machines.items():
        options = machine["Properties"]["LaunchTemplateData"]["MetadataOptions"]
        assert (options["HttpTokens"], options["HttpPutResponseHopLimit"]) == ("required", 1), name


def the_first_machine_is_as_agreed(templates: Templates) -> None:
    parameters = templates["app"]["Parameters"]
    assert parameters["InstanceType"]["Default"] == "t3.small"
    assert parameters["RootSize"]["Default"] + parameters["DataSize"]["Default"] == 20
    assert templates["data"]["Parameters"]["DatabaseClass"]["Default"] == "db.t3.micro"
    assert templates["data"]["Parameters"]["MultiAZ"]["Default"] == "false"
    assert templates["alarms"]["Parameters"]["MonthlyBudget"]["Default"] == 40
    volume = templates["app"]["Resources"]["DataVolume"]["Properties"]
    assert volume["VolumeType"] == "gp3"


def no_template_knows_a_secret(templates: Templates) -> None:
    password = templates["data"]["Resources"]["Database"]["Properties"]["MasterUserPassword"]["Fn::Sub"]
    assert password.startswith("{{resolve:ssm-secure:/${Name}/env/DB_PASSWORD:")
    secret = re.compile(r"password|secret|token|key", re.IGNORECASE)
    for name, parsed in templates.items():
        for parameter in parsed["Parameters"]:
            assert not secret.search(parameter) or parameter == "DatabasePasswordVersion", f"{name}: {parameter}"
        assert "resolve:" not in json.dumps(parsed.get("Outputs", {})), name
        for key, setting in resources({name: parsed}, "AWS::SSM::Parameter").items():
            assert not secret.search(setting["Properties"]["Name"]["Fn::Sub"]), key


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


def a_broken_machine_is_replaced_without_two_at_once(templates: Templates) -> None:
    group = templates["app"]["Resources"]["Machines"]
    assert group["Properties"]["MinSize"] == group["Properties"]["MaxSize"] == "1"
    rolling = group["UpdatePolicy"]["AutoScalingRollingUpdate"]
    assert rolling["MinInstancesInService"] == 0
    assert rolling["WaitOnResourceSignals"] is True
    assert group["CreationPolicy"]["ResourceSignal"]["Count"] == 1


def the_fleet_is_asked_for_its_health(templates: Templates) -> None:
    servers = templates["fleet"]["Resources"]["Servers"]["Properties"]
    assert servers["HealthCheckPath"] == "/api/v1/health"
    attributes = {a["Key"]: a["Value"] for a in servers["TargetGroupAttributes"]}
    assert attributes["deregistration_delay.timeout_seconds"] == {"Fn::Sub": "${DrainSeconds}"}
    fleet = templates["fleet-machines"]["Resources"]["Machines"]
    assert fleet["Properties"]["HealthCheckType"] == "ELB"
    assert len(fleet["Properties"]["VPCZoneIdentifier"]) == 2
    refresh = fleet["UpdatePolicy"]["AutoScalingInstanceRefresh"]["Preferences"]
    assert refresh["MinHealthyPercentage"] == 100
    assert refresh["MaxHealthyPercentage"] > 100


def the_fleet_speaks_tls(templates: Templates) -> None:
    listeners = resources(templates, "AWS::ElasticLoadBalancingV2::Listener")
    for name, listener in listeners.items():
        properties = listener["Properties"]
        if properties["Protocol"] == "HTTPS":
            assert "TLS13" in properties["SslPolicy"], name
        else:
            assert properties["DefaultActions"][0]["RedirectConfig"]["Protocol"] == "HTTPS", name


def every_alarm_tells_somebody(templates: Templates) -> None:
    alarms = resources(templates, "AWS::CloudWatch::Alarm")
    for name, alarm in alarms.items():
        assert "Alerts" in json.dumps(alarm["Properties"]["AlarmActions"]), name
    assert len(resources({"alarms": templates["alarms"]}, "AWS::CloudWatch::Alarm")) <= 10  # the free ones
    topic = templates["alarms"]["Resources"]["Alerts"]["Properties"]
    assert topic["Subscription"] == [{"Protocol": "email", "Endpoint": {"Ref": "AlertEmail"}}]
    budget = templates["alarms"]["Resources"]["Budget"]["Properties"]
    assert budget["Budget"]["BudgetLimit"]["Amount"] == {"Ref": "MonthlyBudget"}
    assert budget["NotificationsWithSubscribers"]


def a_silent_site_counts_as_down(templates: Templates) -> None:
    alarm = templates["alarms"]["Resources"]["SiteDown"]["Properties"]
    assert alarm["TreatMissingData"] == "breaching"


def everything_is_described(templates: Templates) -> None:
    for name, parsed in templates.items():
        assert parsed["Description"], name
        grouped = [
            parameter
            for group in parsed["Metadata"]["AWS::CloudFormation::Interface"]["ParameterGroups"]
            for parameter in group["Parameters"]
        ]
        assert sorted(grouped) == sorted(parsed["Parameters"]), name
        for parameter, settings in parsed["Parameters"].items():
            assert len(settings["Description"]) > 20, f"{name}: {parameter}"


EVERY: list[Rule] = [
    rule for rule in list(globals().values())
    if callable(rule) and getattr(rule, "__module__", "") == __name__ and rule is not doors
]  # fmt: skip
